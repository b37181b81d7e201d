import { createReadingSteps } from '../markdown/reading-steps'
import { completeWords, wordEnd } from '../reveal/line-breaks'
import { useReveal } from '../reveal/use-reveal'

export interface FlowingText {
  readonly shown: string
  /** What is drawn: what is shown, and the rest of a word that is begun, which stands on its line from its first character on. */
  readonly text: string
  /** The length of that rest, in UTF-16 units. */
  readonly ahead: number
  /** Whether there is more to show, or may be. */
  readonly isFlowing: boolean
  /** Shows everything now, and what follows as it arrives. */
  finish(): void
}

/** Typed at the pace of what is read: the address of a link, or the rule of a table, takes no time. */
const AS_READ = { createFindSteps: createReadingSteps, findComplete: completeWords }

/** A text of a model, typed as it arrives. */
export function useFlowingText(arrived: string, isArriving: boolean): FlowingText {
  const { shown, isBehind, finish } = useReveal(arrived, isArriving, AS_READ)
  const end = isBehind ? wordEnd(arrived, shown.length) : shown.length
  return {
    ...{ shown, finish },
    text: end === shown.length ? shown : arrived.slice(0, end),
    ahead: end - shown.length,
    isFlowing: isArriving || isBehind,
  }
}
