type Random = () => number

export type Language = 'en' | 'ja'

/** Writes texts whose words are as frequent as in a language: a few all the time, most of them hardly ever. */
export function createWriter(random: Random) {
  const words = { en: makeWords(random, 12_000, englishWord), ja: makeWords(random, 12_000, japaneseWord) }

  function word(language: Language): string {
    const all = words[language]
    // As often as in a language: the rank is spread evenly over its logarithm.
    return all[Math.floor(all.length ** random()) - 1] ?? ''
  }

  function sentence(language: Language): string {
    const count = 4 + Math.floor(random() * 12)
    if (language === 'en') {
      const parts = Array.from({ length: count }, () =>
        random() < 0.45 ? pick(random, ENGLISH_GLUE) : word('en'),
      )
      return `${parts.join(' ')}. `
    }
    const parts = Array.from({ length: count }, () => word('ja') + pick(random, JAPANESE_GLUE))
    return `${parts.join('')}。`
  }

  /** At least so many characters. */
  function text(language: Language, length: number): string {
    let written = ''
    while (written.length < length) written += sentence(language) + (random() < 0.1 ? '\n\n' : '')
    return written.trim()
  }

  return { text }
}

function makeWords(random: Random, count: number, make: (random: Random) => string): readonly string[] {
  return Array.from({ length: count }, () => make(random))
}

function englishWord(random: Random): string {
  return Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(random, SYLLABLES)).join('')
}

function japaneseWord(random: Random): string {
  const signs = random() < 0.25 ? KATAKANA : KANJI
  const length = signs === KATAKANA ? 3 + Math.floor(random() * 4) : 2 + Math.floor(random() * 2)
  return Array.from({ length }, () => pick(random, signs)).join('')
}

function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)]!
}

const SYLLABLES =
  'ba be bi bo ca ce ci co da de di do el en er es fa fi fo ga ge go ha he hi ho in is it ka ke la le li lo ma me mi mo na ne ni no on or pa pe po ra re ri ro sa se si so sta ta te ti to tra un ur va ve vi wa we ing ness'.split(
    ' ',
  )
const ENGLISH_GLUE =
  'the of and to in a is that it for on with as was are be this by from or an at which not have'.split(' ')
const JAPANESE_GLUE = 'の に を は が と で も から まで です ます して した する という ように こと'.split(
  ' ',
)
const KANJI = [
  ...'日本東京大学会社人間時代国家経済文化社学生活動物流川海山水火木金土月星空雨風雪花鳥魚犬猫家族友達先生音楽絵画映写真野球場選手試合勝負打投走守備攻撃監督記録歴史地理数式計算機械電気車道路駅線飛行港湾船旅食事料理米麦茶酒店市町村県政治法律裁判権利自由平和戦争言語文字書籍新聞雑誌情報通信',
]
const KATAKANA = [
  ...'アイウエオカキクケコサシスセソタチツテトナニネハヒフホマミムメモヤユラリルレロワンガギグゲゴザジズデドバビブベボパピプペポー',
]
