import { expect } from '@playwright/test'

import { test } from './fixtures'

test('opens where and as large as it was left, with its zoom', async ({ launch }) => {
  const app = await launch()
  await (await app.firstWindow()).getByRole('textbox', { name: 'Message' }).waitFor()
  const left = { x: 60, y: 40, width: 820, height: 610 }
  await app.evaluate(({ BrowserWindow }, bounds) => {
    const window = BrowserWindow.getAllWindows()[0]
    window?.setBounds(bounds)
    window?.webContents.setZoomLevel(1)
  }, left)
  const stand = (of: typeof app) =>
    of.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      return { bounds: window?.getBounds(), zoom: window?.webContents.getZoomLevel() }
    })
  await expect.poll(() => stand(app)).toEqual({ bounds: left, zoom: 1 })
  await app.close()

  const again = await launch()
  await (await again.firstWindow()).getByRole('textbox', { name: 'Message' }).waitFor()
  await expect.poll(() => stand(again)).toEqual({ bounds: left, zoom: 1 })
})
