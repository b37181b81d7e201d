const japanese = `## 夕立のあとで

野球場に着いたのは、雨が上がって**三十分ほど**たったころでした。グラウンドにはまだ水たまりが残り、係の人が黙って土をならしています。

> 「今日はできますか」
> 「できますよ。風が味方ですから」

𠮷田さんは帽子をかぶり直し、か\u3099らんとした外野を見渡しました。①ベンチ、②ブルペン、③スタンド。全角の（かっこ）も、半角ｶﾅも、ルビのような小さな字も、どれも一つの流れの中にあります。

- 一回表、先頭打者は四球。
- 二球目、走った。間に合わない。
- 「セーフ！」と声がして、夕焼けがいっそう濃くなりました。
`

const emoji = `Families 👩‍👩‍👧‍👦 and 👨‍🍳, hands 👋🏻👋🏽👋🏿, flags 🇯🇵🇬🇧🏴󠁧󠁢󠁳󠁣󠁴󠁿, keycaps 1️⃣2️⃣, hearts ❤️‍🔥 and 🧡.

Accents that come late: e\u0301 n\u0303 か\u3099 は\u309a. Rare: 𠮷 𩸽 葛󠄀. Right to left: שלום، مرحبا.
`

const longCode = `Here is the whole parser:

\`\`\`ts
${Array.from(
  { length: 18 },
  (_, index) => `/** Reads rule ${index + 1}: a name, a colon, and "a value" in quotes. */
export function readRule${index + 1}(line: string): { name: string; value: string } | undefined {
  const match = /^(\\w+):\\s*"([^"\\\\]*)"$/.exec(line) // 規則 ${index + 1}
  return match ? { name: match[1]!, value: match[2]! } : undefined
}
`,
).join('\n')}\`\`\`

Call \`sorted(rules, key=len)\` in Python for the same order.
`

const table = `| Symbol | Name | Value |
| :----- | :---: | ----: |
| $\\pi$ | pi | 3.14159 |
| $e$ | Euler | 2.71828 |
| $\\varphi$ | 黄金比 | 1.61803 |

$$
\\int_{-\\infty}^{\\infty} e^{-x^2}\\,dx = \\sqrt{\\pi}
\\qquad
\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}
$$

Inline: $a_1 < b^{2} \\le \\frac{1}{n}\\sum_{k=1}^{n} x_k$, and a price of $5.
`

const thought = `**Setting the scene**

The person wants a short story. 雨上がりの球場がよい。 Three beats: arrival, a question, the first inning.

**Choosing a tone**

Quiet, with one spoken line, and no moral at the end.
`

const evening = `夕立のあと、家族 👩‍👩‍👧 と旗 🇯🇵 を見た。𠮷田さんは 👋🏽 と手を振り、か\u3099らんとした球場に ❤️‍🔥 の横断幕。「今日はできますか」「できますよ」⚾️
`

/** What the recorded models say. */
export const answers = { japanese, emoji, longCode, table, thought, evening }
