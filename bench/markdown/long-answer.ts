import { createRandom } from '../random'
import { CODE_LINES } from './code-samples'

/** Of all characters, as long technical answers have it. */
const CODE_SHARE = 0.3

const SEED = 7

const NAMES = ['river', 'delta', 'mill', 'bridge', 'harbour', 'spring', 'current', 'bank']

const SENTENCES = [
  'The **river** keeps `its` course, and [the bridge](https://example.com/bridge) does not move.',
  'Nobody knows how *long* it will take, but the ~~old~~ new mill turns since $x_1 + y^2 = z$ holds.',
  'It costs $5 or $10, depending on the season; see <https://example.com/prices> for more.',
  'A longer sentence goes on for a while, as such sentences do, with `inline_code()` in the middle of it.',
  'What flows 🌊 is never the same 👩‍💻 twice, said somebody whose name is lost.',
]

const JAPANESE = [
  '川は流れても、橋は動かない。**流れ**を見る人は、いつも同じ場所に立っている。',
  '九人ずつの二つのチームが、攻撃と守備を交互に行い、得点を競います⚾。',
  '`設定`を開いて、*もう一度*お試しください。費用は1か月あたり500円です。',
]

/** An answer of exactly so many characters: always the same, and each shorter one is the beginning of each longer one. */
export function longAnswer(length: number): string {
  const random = createRandom(SEED)
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T
  const count = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1))
  const times = (many: number, make: (index: number) => string): readonly string[] =>
    Array.from({ length: many }, (_, index) => make(index))

  const paragraph = (): string => times(count(2, 5), () => pick(SENTENCES)).join(' ')
  const japanese = (): string => times(count(2, 4), () => pick(JAPANESE)).join('')
  const heading = (): string => `${'#'.repeat(count(2, 4))} The ${pick(NAMES)} and the ${pick(NAMES)}`
  const list = (): string =>
    times(count(3, 7), (index) => {
      const inner = random() < 0.3 ? `\n   - ${pick(JAPANESE)}\n   - [x] ${pick(NAMES)}` : ''
      return `${index + 1}. ${pick(SENTENCES)}${inner}`
    }).join('\n')
  const table = (): string =>
    [
      '| Name | Depth | 説明 |\n| --- | :-: | --: |',
      ...times(count(3, 12), () => `| ${pick(NAMES)} | **${count(1, 900)}** m | ${pick(JAPANESE)} |`),
    ].join('\n')
  const math = (): string =>
    `$$\n\\sum_{i=1}^{${count(2, 99)}} \\frac{x_i^2}{\\sqrt{y_i}} = ${count(1, 9)}\n$$`
  const quote = (): string => `> ${pick(SENTENCES)}\n> ${pick(JAPANESE)}`
  const code = (): string => {
    const language = pick(Object.keys(CODE_LINES))
    const lines = CODE_LINES[language] ?? []
    const body = times(count(8, 60), (index) =>
      (lines[index % lines.length] ?? '').replaceAll('%', `${pick(NAMES)}${count(1, 99)}`),
    )
    return `\`\`\`${language}\n${body.join('\n')}\n\`\`\``
  }

  let answer = ''
  let codeLength = 0
  while (answer.length < length) {
    const isCode = codeLength < answer.length * CODE_SHARE
    const prose = [paragraph, paragraph, paragraph, japanese, japanese, heading, list, table, math, quote]
    const part = isCode ? code() : pick(prose)()
    if (isCode) codeLength += part.length
    answer += `${part}\n\n`
  }
  return answer.slice(0, length)
}
