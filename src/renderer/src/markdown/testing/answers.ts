const SENTENCE =
  'The **river** keeps `its` course, and [the bridge](https://example.com/bridge) does not move. '
const JAPANESE = '川は流れても、橋は動かない。**流れ**を見る人は、いつも同じ場所に立っている。'

/** Long texts of one kind each, as models write them, of at least the given length. */
export const ANSWERS: Readonly<Record<string, (length: number) => string>> = {
  paragraphs: (length) => repeat(`${SENTENCE.repeat(5)}\n\n`, length),
  'one paragraph': (length) => repeat(SENTENCE, length),
  'one paragraph of lines': (length) => repeat(`${SENTENCE.trim()}\n`, length),
  'one Japanese paragraph': (length) => repeat(JAPANESE, length),
  'one fence': (length) => `\`\`\`ts\n${repeat("const name = 'value' // and why\n", length)}`,
  'one table': (length) =>
    `| Name | Value | Why |\n|---|:-:|--:|\n${repeat('| river | **flows** | `always` |\n', length)}`,
  'one list': (length) => repeat(`- ${SENTENCE}\n`, length),
  'one loose list': (length) => repeat(`1. ${SENTENCE}\n\n   ${SENTENCE}\n\n`, length),
  'one nested list': (length) =>
    `- outer\n  - middle\n${repeat(`    - ${SENTENCE}\n      - [x] done\n`, length)}`,
  'a fence in a list': (length) =>
    `1. Run:\n\n   \`\`\`sh\n${repeat('   echo "one line of many"\n', length)}`,
  'one quote': (length) => repeat(`> ${SENTENCE}\n> \n`, length),
  'an opener that never closes': (length) => `**${repeat('one word after another and ', length)}`,
  'one paragraph with formulas': (length) =>
    repeat('Let $x_1$ be, for \\(y\\) at $5 or $6, the $$z = 1$$ of it. ', length),
  'one block of math': (length) => `$$\n${repeat('x_1 + y^2 = \\frac{a}{b} \\\\\n', length)}`,
  'many notes': (length) => repeat('Said[^a] so.\n\n[^a]: A note.\n\n', length),
  everything: (length) =>
    repeat(
      [
        '## A heading\n',
        `${SENTENCE.repeat(4)}\n`,
        `${JAPANESE.repeat(3)}\n`,
        `1. **First**: ${SENTENCE}\n   - inner ${SENTENCE}\n   - inner two\n2. Second\n3. Third\n`,
        '```ts\nconst answer = 42\nfunction ask(): number {\n  return answer\n}\n```\n',
        '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n',
        `> ${SENTENCE}\n`,
        '---\n',
      ].join('\n') + '\n',
      length,
    ),
}

function repeat(part: string, length: number): string {
  return part.repeat(Math.ceil(length / part.length))
}
