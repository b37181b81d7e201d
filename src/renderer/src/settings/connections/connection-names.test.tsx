import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'

import type { Connection } from '#shared/connection'

import { createFakeBridge } from '../../testing/fake-bridge'
import { renderApp } from '../../testing/render-app'

const CONNECTIONS: readonly Connection[] = [
  { id: 'demo', provider: 'demo', name: 'Demo', origin: 'built-in', fields: {} },
  { id: 'recording', provider: 'recording', name: 'Recordings', origin: 'built-in', fields: {} },
  { id: 'vertex', provider: 'vertex', name: 'Google Vertex AI', origin: 'built-in', fields: {} },
]

it('calls what is no product by its name in the reader’s language, in every list', async () => {
  const main = createFakeBridge({
    listConnections: () => ({ ok: true, value: { connections: CONNECTIONS } }),
  })
  const { user } = await renderApp({ main, locale: 'ja' })
  await user.keyboard('{Control>},{/Control}')
  const dialog = within(screen.getByRole('dialog', { name: '設定' }))
  await user.click(dialog.getByRole('tab', { name: '接続' }))
  const entries = await dialog.findAllByRole('button', { name: /組み込み$/ })
  expect(entries.map(({ textContent }) => textContent)).toEqual([
    'デモ組み込み',
    '記録組み込み',
    'Google Vertex AI組み込み',
  ])
  await user.click(dialog.getByRole('tab', { name: 'モデル' }))
  const model = (await dialog.findByRole('button', { name: 'お気に入り：Demo' })).closest('li')
  expect(model?.textContent).toContain('デモ')
})
