import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  type SyntheticEvent,
  use,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'

import { CompletionContext } from './completion'
import { CompletionList, optionId } from './completion-list'
import { isComposing } from './is-composing'
import { typeInto } from './type-into'

interface CompletedField {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly text: string
  readonly onText: (text: string) => void
}

/** The caret, and which suggestion is marked there. */
interface Place {
  readonly text: string
  /** Undefined while something is selected, or the focus is elsewhere. */
  readonly caret: number | undefined
  readonly marked: number
  /** The reader wants no suggestion for what begins here. */
  readonly refused: number | undefined
}

const NOWHERE: Place = { text: '', caret: undefined, marked: 0, refused: undefined }

/**
 * Suggestions at the caret of a text field, as the ARIA pattern of a list autocomplete has it: the focus stays in the
 * field, arrows mark a line, Enter or Tab takes it, Esc leaves it be. An input method keeps its keys.
 */
export function useCompletion({ field, text, onText }: CompletedField) {
  const completion = use(CompletionContext)
  const listId = useId()
  const [place, setPlace] = useState(NOWHERE)
  const caretAfter = useRef<number>(undefined)

  const { caret, refused } = place
  const found = caret === undefined ? undefined : completion?.suggest(text, caret)
  const shown = found === undefined || found.from === refused ? undefined : found
  const marked = Math.min(place.marked, (shown?.items.length ?? 1) - 1)

  useLayoutEffect(() => {
    const at = caretAfter.current
    caretAfter.current = undefined
    if (at !== undefined) field.current?.setSelectionRange(at, at)
  }, [field, text])

  function follow({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>): void {
    const { selectionStart, selectionEnd, value } = currentTarget
    setPlace((before) => {
      const next = selectionStart === selectionEnd ? selectionStart : undefined
      const from = next === undefined ? undefined : completion?.suggest(value, next)?.from
      return {
        ...{ text: value, caret: next },
        marked: value === before.text ? before.marked : 0,
        refused: from === before.refused ? from : undefined,
      }
    })
  }

  async function take(index: number): Promise<void> {
    const item = shown?.items[index]
    if (completion === undefined || shown === undefined || item === undefined || caret === undefined) return
    const before = text.slice(0, caret)
    const words = await completion.take(item.key)
    const element = field.current
    if (words === undefined || element === null) return
    // What was written meanwhile, if anything, stays.
    const now = element.value
    const from = now.startsWith(before) ? shown.from : now.length
    const to = now.startsWith(before) ? caret : now.length
    setPlace(NOWHERE)
    if (typeInto(element, { from, to, words })) return
    caretAfter.current = from + words.length
    onText(now.slice(0, from) + words + now.slice(to))
  }

  function press(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (shown === undefined || isComposing(event.nativeEvent) || hasModifier(event)) return
    const count = shown.items.length
    if (event.key === 'ArrowDown') setPlace({ ...place, marked: (marked + 1) % count })
    else if (event.key === 'ArrowUp') setPlace({ ...place, marked: (marked + count - 1) % count })
    else if (event.key === 'Enter' || event.key === 'Tab') void take(marked)
    else if (event.key === 'Escape') setPlace({ ...place, refused: shown.from })
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** For those who do not know the sign, or have no keys: writes it where the text ends. */
  function begin(sign: string): void {
    const words = text === '' || /\s$/.test(text) ? sign : ` ${sign}`
    const element = field.current
    if (element !== null && typeInto(element, { from: text.length, to: text.length, words })) return
    const next = text + words
    caretAfter.current = next.length
    setPlace({ ...NOWHERE, text: next, caret: next.length })
    onText(next)
  }

  const popup: ReactNode = completion !== undefined && (
    <CompletionList
      id={listId}
      items={shown?.items ?? []}
      marked={marked}
      onTake={(index) => void take(index)}
    />
  )

  return {
    isOffered: completion !== undefined,
    begin,
    press,
    popup,
    fieldProps:
      completion === undefined
        ? {}
        : ({
            'aria-autocomplete': 'list',
            'aria-haspopup': 'listbox',
            'aria-controls': shown === undefined ? undefined : listId,
            'aria-activedescendant': shown === undefined ? undefined : optionId(listId, marked),
            onSelect: follow,
            onFocus: follow,
            onBlur: () => setPlace((before) => ({ ...before, caret: undefined })),
          } as const),
    /** For the field's own `onChange`, which comes before the caret is told to have moved. */
    follow,
  }
}

function hasModifier({ shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return shiftKey || ctrlKey || metaKey || altKey
}
