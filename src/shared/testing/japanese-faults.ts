const JAPANESE = String.raw`[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]`

/** How the app writes Japanese: each rule finds what breaks it. */
const RULES: readonly (readonly [rule: string, broken: RegExp])[] = [
  ['a space between Latin letters and Japanese', new RegExp(`[A-Za-z]${JAPANESE}|${JAPANESE}[A-Za-z]`, 'u')],
  ['no space between a number and its counter', /[\d#}] [件個回秒分日月年つ行文]/u],
  ['no space beside full-width punctuation', /[、。「」（）：／] | [、。」）：／]/u],
  ['full-width punctuation after Japanese', new RegExp(`${JAPANESE}[,.!?()]`, 'u')],
  [
    'a long vowel at the end of a borrowed word',
    /(フォルダ|サーバ|ブラウザ|ユーザ|プロバイダ|パラメータ|ヘッダ|メモリ|コンピュータ)(?!ー)/u,
  ],
  [
    'one name for each thing',
    /パソコン|サービスアカウント|返答|取り込|もう一度読み込む|枝|最[初後]の言葉|早く終わった/u,
  ],
]

/** Which rules a text breaks. */
export function japaneseFaults(text: string): readonly string[] {
  return RULES.flatMap(([rule, broken]) => {
    const found = broken.exec(text)?.[0]
    return found === undefined ? [] : [`${rule}: ${found}`]
  })
}

/** What stands in 「」 and is not filled in: names that the reader looks for on the screen. */
export function quotedNames(text: string): readonly string[] {
  return [...text.matchAll(/「([^「」{}]+)」/gu)].map(([, name = '']) => name)
}
