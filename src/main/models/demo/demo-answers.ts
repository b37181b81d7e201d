import baseballEn from './answers/en/baseball.md?raw'
import codeThoughtEn from './answers/en/code-thought.md?raw'
import codeEn from './answers/en/code.md?raw'
import tourEn from './answers/en/tour.md?raw'
import welcomeEn from './answers/en/welcome.md?raw'
import baseballJa from './answers/ja/baseball.md?raw'
import codeThoughtJa from './answers/ja/code-thought.md?raw'
import codeJa from './answers/ja/code.md?raw'
import tourJa from './answers/ja/tour.md?raw'
import welcomeJa from './answers/ja/welcome.md?raw'

export interface DemoAnswer {
  readonly text: string
  /** Streamed before the text, so that a newcomer sees how reasoning looks. */
  readonly thought?: string
}

export type Language = 'en' | 'ja'
export type Topic = 'baseball' | 'code' | 'tour' | 'welcome'

export const demoAnswers: Readonly<Record<Language, Readonly<Record<Topic, DemoAnswer>>>> = {
  en: {
    baseball: { text: baseballEn },
    code: { text: codeEn, thought: codeThoughtEn },
    tour: { text: tourEn },
    welcome: { text: welcomeEn },
  },
  ja: {
    baseball: { text: baseballJa },
    code: { text: codeJa, thought: codeThoughtJa },
    tour: { text: tourJa },
    welcome: { text: welcomeJa },
  },
}
