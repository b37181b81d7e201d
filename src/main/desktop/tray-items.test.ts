import { expect, it } from 'vitest'

import { type ComingReply, trayItems } from './tray-items'

const LABELS = {
  ...{ newConversation: 'New', quickQuestion: 'Quick', settings: 'Settings', quit: 'Quit' },
  ...{ coming: 'Coming', untitled: 'Untitled' },
}

function draw(coming: readonly ComingReply[]): readonly string[] {
  return trayItems(LABELS, coming).map((item) => {
    if (item.kind === 'line') return '-'
    return item.kind === 'reply' ? `${item.label} (${item.conversationId})` : item.label
  })
}

it('offers what can be done without a window', () => {
  expect(draw([])).toEqual(['New', 'Quick', '-', 'Settings', 'Quit'])
})

it('names at most three answers that are coming, each by its title, or without one', () => {
  const coming = [
    { conversationId: 'a', title: 'Baseball' },
    { conversationId: 'b', title: '' },
    { conversationId: 'c', title: '👩‍🚀'.repeat(9) + '長'.repeat(40) },
    { conversationId: 'd', title: 'Too many' },
  ]
  const items = draw(coming)
  expect(items.slice(0, 6)).toEqual(['New', 'Quick', '-', 'Coming', 'Baseball (a)', 'Untitled (b)'])
  expect(items[6]).toMatch(/長… \(c\)$/)
  expect(items.slice(7)).toEqual(['-', 'Settings', 'Quit'])
})
