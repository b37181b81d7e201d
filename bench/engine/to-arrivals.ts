import type { Reached } from '../lags'
import type { Read } from './main-watch'

/** When each chunk of an answer was whole in main: the read that brought the end of its event. */
export function toArrivals(reads: readonly Read[]): Reached[] {
  const arrivals: Reached[] = []
  let length = 0
  let rest = ''
  for (const { at, text } of reads) {
    const events = (rest + text).split(END_OF_EVENT)
    rest = events.pop() ?? ''
    for (const event of events) {
      length += textOf(event).length
      arrivals.push({ length, at })
    }
  }
  return arrivals
}

const END_OF_EVENT = '\r\n\r\n'

/** As the emulator writes them; that the text is right is for the tests to show. */
interface Chunk {
  readonly candidates: readonly {
    readonly content: { readonly parts: readonly { readonly text: string }[] }
  }[]
}

function textOf(event: string): string {
  const chunk = JSON.parse(event.slice('data: '.length)) as Chunk
  return chunk.candidates.flatMap(({ content }) => content.parts.map(({ text }) => text)).join('')
}
