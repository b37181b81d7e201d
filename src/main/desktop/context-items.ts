/** What was pressed with the second button, as Chromium tells it. */
export interface ContextPlace {
  readonly isEditable: boolean
  readonly selectionText: string
  /** The address of a link that may be opened; undefined where there is none. */
  readonly link: string | undefined
  /** Empty where nothing is misspelt. */
  readonly misspelledWord: string
  /** The best one first. */
  readonly dictionarySuggestions: readonly string[]
  readonly editFlags: {
    readonly canUndo: boolean
    readonly canRedo: boolean
    readonly canCut: boolean
    readonly canCopy: boolean
    readonly canPaste: boolean
    readonly canSelectAll: boolean
  }
}

/** A line of the menu: a role that Electron knows, or what is done with a link. */
export type ContextItem =
  | { readonly kind: 'line' }
  | { readonly kind: 'role'; readonly role: ContextRole; readonly isEnabled: boolean }
  | { readonly kind: 'open-link' | 'copy-link'; readonly link: string }
  | { readonly kind: 'suggestion' | 'add-word'; readonly word: string }
  | { readonly kind: 'no-suggestion' }

export type ContextRole = 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll'

const MOST_SUGGESTIONS = 5

/** What can be done there; empty where nothing can, and then there is no menu. */
export function contextItems({
  isEditable,
  selectionText,
  link,
  editFlags,
  misspelledWord,
  dictionarySuggestions,
}: ContextPlace): readonly ContextItem[] {
  const role = (name: ContextRole, isEnabled: boolean): ContextItem => ({
    kind: 'role',
    role: name,
    isEnabled,
  })
  const ofLink: readonly ContextItem[] =
    link === undefined
      ? []
      : [
          { kind: 'open-link', link },
          { kind: 'copy-link', link },
        ]
  const ofField: readonly ContextItem[] = [
    role('undo', editFlags.canUndo),
    role('redo', editFlags.canRedo),
    { kind: 'line' },
    role('cut', editFlags.canCut),
    role('copy', editFlags.canCopy),
    role('paste', editFlags.canPaste),
    { kind: 'line' },
    role('selectAll', editFlags.canSelectAll),
  ]
  if (isEditable) return [...ofSpelling(misspelledWord, dictionarySuggestions), ...ofField]
  const ofSelection = selectionText.trim() === '' ? [] : [role('copy', editFlags.canCopy)]
  return ofLink.length > 0 && ofSelection.length > 0
    ? [...ofLink, { kind: 'line' }, ...ofSelection]
    : [...ofLink, ...ofSelection]
}

/** The other words for a misspelt one come first: they are what the menu was opened for. */
function ofSpelling(word: string, suggestions: readonly string[]): readonly ContextItem[] {
  if (word === '') return []
  const others = suggestions
    .slice(0, MOST_SUGGESTIONS)
    .map((suggestion): ContextItem => ({ kind: 'suggestion', word: suggestion }))
  return [
    ...(others.length === 0 ? [{ kind: 'no-suggestion' } as const] : others),
    { kind: 'add-word', word },
    { kind: 'line' },
  ]
}
