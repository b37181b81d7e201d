import { isDiagram } from '../diagrams/is-diagram'
import { findLanguage, type Language } from './languages'

/** What an info string, such as `ts title="a.ts"`, says about a block of code. */
export interface FenceInfo {
  readonly language: Language | undefined
  /** The language by the name that people know it by; empty when none is named. */
  readonly label: string
  readonly fileName: string | undefined
}

/** Longer names are no names. */
const LONGEST_LABEL = 32
const LONGEST_FILE_NAME = 160

/** `ts`, `js{1,3}`, `rust,ignore`, `{.python}`, `{r}`. */
const WORD = /^\{?\.?([^\s{}:,=]*)(?!\S*=)/

/** `ts:src/a.ts`, as is usual in Japan. */
const BEHIND_COLON = /^[^\s{}:,=]+:(?!line-numbers|no-line-numbers)([^\s{]+)/

const TITLE = /(?:^|[\s{,])(?:title|filename|file)=(?:"([^"]*)"|'([^']*)'|([^\s}"']+))/

/** Invisible characters, some of which turn the direction of what follows. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

export function readFenceInfo(info: string): FenceInfo {
  const word = WORD.exec(info)?.[1] ?? ''
  const title = TITLE.exec(info)
    ?.slice(1)
    .find((name) => name !== undefined)
  const isFile = /[./]/.test(word) && findLanguage(word) === undefined
  const fileName = toName(title ?? BEHIND_COLON.exec(info)?.[1] ?? (isFile ? word : ''), LONGEST_FILE_NAME)
  const language = findLanguage(word) ?? findLanguage(toExtension(fileName ?? ''))
  return { language, label: language?.label ?? (isFile ? '' : toLabel(word)), fileName }
}

/** No language of ours, and a name all the same. */
function toLabel(word: string): string {
  return isDiagram(word) ? 'Mermaid' : (toName(word, LONGEST_LABEL) ?? '')
}

function toExtension(fileName: string): string {
  return /[^./\\]*$/.exec(fileName)?.[0] ?? ''
}

function toName(text: string, longest: number): string | undefined {
  const name = text.slice(0, longest).toWellFormed().replace(INVISIBLE, '').trim()
  return name === '' ? undefined : name
}
