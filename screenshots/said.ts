/** What is asked and answered in the pictures. */
export const PROMPT = { en: 'What is baseball?', ja: '野球とは？' } as const

export const ANSWER = {
  en: `Baseball is a game between two teams of nine players, who take turns at **batting** and **fielding**.

1. The pitcher throws; the batter tries to hit.
2. A batter who reaches all four bases scores a *run*.
3. After three outs the teams change places.

| Part of the game | Length |
| :--------------- | -----: |
| At bat           | three strikes |
| Half-inning      | three outs |
| Game             | nine innings |

The oldest written rules are those of the Knickerbocker club, from 1845, and .400 is still the number that every`,
  ja: `野球は、九人ずつの二つのチームが、**攻撃**と**守備**を交互に行う競技です。

1. 投手が投げ、打者が打ちます。
2. 四つの塁をすべて回ると、一点が入ります。
3. アウトが三つになると、攻守が入れ替わります。

| 区切り | 長さ |
| :----- | ---: |
| 打席   | 三振まで |
| 半回   | 三つのアウト |
| 試合   | 九回 |

日本には明治のはじめに伝わり、「野球」という訳語は1894年に生まれました。いまも春と夏の甲子園には、`,
} as const

/** A prompt to use again. */
export const PRESET = {
  en: {
    name: 'Translate',
    text: 'Translate this into {{target language=Japanese}}, in a {{tone of voice=friendly}} tone:\n\n{{source text}}',
  },
  ja: { name: '翻訳', text: '次の文を{{文体=丁寧}}な{{言語=英語}}に訳してください。\n\n{{文}}' },
} as const
