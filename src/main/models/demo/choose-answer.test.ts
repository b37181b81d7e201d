import { describe, expect, it } from 'vitest'

import { chooseAnswer } from './choose-answer'
import { demoAnswers } from './demo-answers'

describe('choosing an answer', () => {
  it.each([
    ['What is baseball?', demoAnswers.en.baseball],
    ['野球とは何ですか？', demoAnswers.ja.baseball],
    ['Write a Python function', demoAnswers.en.code],
    ['TypeScript のコードを見せて', demoAnswers.ja.code],
    ['Show me what you can do', demoAnswers.en.tour],
    ['何ができますか？', demoAnswers.ja.tour],
    ['Tell me about the weather', demoAnswers.en.welcome],
    ['天気は？', demoAnswers.ja.welcome],
    ['', demoAnswers.en.welcome],
  ])('answers %j in its language and on its topic', (prompt, answer) => {
    expect(chooseAnswer(prompt)).toBe(answer)
  })

  it('shows everything that the window can draw', () => {
    const all = Object.values(demoAnswers.en).map((answer) => answer.text)
    const drawn = [
      /^# /m,
      /^```\w/m,
      /^\| /m,
      /^ {3}- /m,
      /\$[^$]+\$/,
      /^\$\$$/m,
      /^> /m,
      /\]\(https:/,
      /👩‍👩‍👧/,
      /🇯🇵/,
    ]
    expect(drawn.filter((part) => !all.some((text) => part.test(text)))).toEqual([])
  })
})
