import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'

import { renderWithWords } from '../testing/render-with-words'
import { JumpBar } from './jump-bar'

const nothing = () => {}

it.each([
  [0, 'en', 'Jump to latest'],
  [1, 'en', 'Jump to latest · 1 new line'],
  [1234, 'en', 'Jump to latest · 1,234 new lines'],
  [0, 'ja', '最新の位置へ'],
  [12, 'ja', '最新の位置へ（新着12行）'],
] as const)('tells a reader who misses %i lines, in %s', (newLines, locale, name) => {
  renderWithWords(
    <JumpBar newLines={newLines} onJump={nothing} answerView="end" onChooseAnswerView={nothing} />,
    locale,
  )
  expect(screen.getByRole('button', { name })).toBeDefined()
})

it.each([
  ['end', 'false', 'top'],
  ['top', 'true', 'end'],
] as const)(
  'says that answers are followed to their %s, and changes it',
  async (answerView, isPressed, next) => {
    const chosen: string[] = []
    const choose = (view: string) => chosen.push(view)
    renderWithWords(
      <JumpBar newLines={0} onJump={nothing} answerView={answerView} onChooseAnswerView={choose} />,
    )
    const toggle = screen.getByRole('button', { name: 'Stay at the top of new answers' })
    const before = toggle.getAttribute('aria-pressed')
    await userEvent.click(toggle)
    expect([before, chosen]).toEqual([isPressed, [next]])
  },
)
