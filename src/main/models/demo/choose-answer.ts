import { type DemoAnswer, demoAnswers, type Language, type Topic } from './demo-answers'

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u

/** The first line that matches wins. */
const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  ['baseball', /\bbaseball\b|野球/i],
  [
    'code',
    /\b(code|program(me)?s?|functions?|typescript|javascript|python|rust|sql|regex|algorithms?)\b|コード|プログラ|関数|実装/i,
  ],
  [
    'tour',
    /\b(tour|features?|markdown|what can you do|show me)\b|機能|できること|できますか|何ができ|見せて/i,
  ],
]

/** The prepared answer that fits a prompt best, in the prompt's language. */
export function chooseAnswer(prompt: string): DemoAnswer {
  const language: Language = JAPANESE.test(prompt) ? 'ja' : 'en'
  const topic = TOPICS.find(([, words]) => words.test(prompt))?.[0] ?? 'welcome'
  return demoAnswers[language][topic]
}
