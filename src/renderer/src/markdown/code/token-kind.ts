/** What a piece of code is; each kind has a colour of its own in both themes. */
export type TokenKind =
  | 'comment'
  | 'keyword'
  | 'string'
  | 'special'
  | 'constant'
  | 'type'
  | 'function'
  | 'property'
  | 'tag'
  | 'meta'
  | 'inserted'
  | 'deleted'
  | 'heading'
  | 'strong'
  | 'emphasis'

/** The words that stream parsers use, of CodeMirror 5 and 6 alike; what is missing here stays plain. */
const KINDS = new Map<string, TokenKind>(
  Object.entries({
    comment: 'comment',
    blockComment: 'comment',
    docComment: 'comment',
    lineComment: 'comment',
    keyword: 'keyword',
    controlKeyword: 'keyword',
    definitionKeyword: 'keyword',
    moduleKeyword: 'keyword',
    operatorKeyword: 'keyword',
    modifier: 'keyword',
    qualifier: 'keyword',
    self: 'keyword',
    string: 'string',
    character: 'string',
    link: 'string',
    url: 'string',
    'string-2': 'special',
    regexp: 'special',
    escape: 'special',
    interpolation: 'special',
    number: 'constant',
    integer: 'constant',
    float: 'constant',
    unit: 'constant',
    atom: 'constant',
    bool: 'constant',
    null: 'constant',
    literal: 'constant',
    color: 'constant',
    type: 'type',
    typeName: 'type',
    className: 'type',
    namespace: 'type',
    'variable-3': 'type',
    builtin: 'function',
    function: 'function',
    property: 'property',
    propertyName: 'property',
    attribute: 'property',
    attributeName: 'property',
    tag: 'tag',
    tagName: 'tag',
    meta: 'meta',
    annotation: 'meta',
    macroName: 'meta',
    documentMeta: 'meta',
    processingInstruction: 'meta',
    labelName: 'meta',
    inserted: 'inserted',
    deleted: 'deleted',
    header: 'heading',
    heading: 'heading',
    strong: 'strong',
    em: 'emphasis',
    emphasis: 'emphasis',
  } as const),
)

const NAMES = new Set(['variable', 'variable-2', 'variableName', 'def', 'property', 'propertyName'])

interface Style {
  /** A name: only its looks and what follows tell what it names. */
  readonly isName: boolean
  readonly kind: TokenKind | undefined
}

const STYLES = new Map<string, Style>()

/** The kind of a token, by the style that its parser gives it and by the character that follows on its line. */
export function toKind(name: string | null, text: string, next: string): TokenKind | undefined {
  // The parser of Go takes a full stop for a number.
  if (name === null || text === '.') return undefined
  const style = STYLES.get(name) ?? toStyle(name)
  STYLES.set(name, style)
  if (style.isName && next === '(') return 'function'
  if (!style.isName || style.kind !== undefined) return style.kind
  if (text.startsWith('@')) return 'meta'
  return /^[A-Z]\w*[a-z]/.test(text) ? 'type' : undefined
}

/** A style is a word or several, and may have modifiers: `string`, `error tag`, `variableName.standard`. */
function toStyle(name: string): Style {
  const words = name.split(/[ .]/)
  if (words.includes('string') && words.includes('property')) return { isName: false, kind: 'property' }
  if (words.includes('string') && words.includes('special')) return { isName: false, kind: 'special' }
  const isName = words.some((word) => NAMES.has(word))
  if (isName && words.includes('standard')) return { isName, kind: 'function' }
  const known = words.find((word) => KINDS.has(word))
  return { isName, kind: known === undefined ? undefined : KINDS.get(known) }
}
