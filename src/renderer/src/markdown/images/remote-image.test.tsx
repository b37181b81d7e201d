import { act, fireEvent, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { createFakeOutside } from '../testing/fake-outside'
import { renderMarkdown } from '../testing/render-markdown'
import type { ImageLoad } from './image-store'

const ADDRESS = 'https://pictures.example/river.png'
const LOADED: ImageLoad = { outcome: 'loaded', type: 'image/png', bytes: new Uint8Array([1, 2, 3]) }

const addresses = new Set<string>()
beforeEach(() => {
  addresses.clear()
  // jsdom has no addresses for blobs.
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: () => {
        const address = `blob:app://nagare/${addresses.size}`
        addresses.add(address)
        return address
      },
      revokeObjectURL: (address: string) => addresses.delete(address),
    }),
  )
})

function render(text: string, load?: ImageLoad) {
  const fake = createFakeOutside(load)
  return { ...fake, ...renderMarkdown(text, false, fake.outside), user: userEvent.setup() }
}

describe('RemoteImage', () => {
  it('names the image and its host, and asks nobody for it', () => {
    const { container, fetched } = render(`![A river](${ADDRESS})`)
    expect(container.textContent).toBe('A riverImage from pictures.exampleLoad image')
    expect(screen.getByRole('button', { name: 'Load image from pictures.example: A river' })).toBeDefined()
    expect(screen.queryByRole('img')).toBeNull()
    expect(fetched).toEqual([])
  })

  it('is loaded by the keyboard, once, and shown with its alternative text', async () => {
    const { user, fetched } = render(`![A river](${ADDRESS})`, LOADED)
    await user.tab()
    await user.keyboard('{Enter}')
    const image = await screen.findByRole('img', { name: 'A river' })
    expect(image.getAttribute('src')).toBe('blob:app://nagare/0')
    expect(fetched).toEqual([ADDRESS])
  })

  it('is there at once when it comes into sight again, and its address does not outlive it', async () => {
    const { user, fetched, outside, unmount } = render(`![](${ADDRESS})`, LOADED)
    await user.click(screen.getByRole('button', { name: 'Load image from pictures.example' }))
    await screen.findByRole('presentation')
    unmount()
    expect(addresses.size).toBe(0)
    renderMarkdown(`![](${ADDRESS})`, false, outside)
    expect(screen.getByRole('presentation')).toBeDefined()
    expect(fetched).toHaveLength(1)
  })

  it.each([
    ['private-host', 'pictures.example lies on this computer or in your own network.'],
    ['not-found', 'pictures.example has no such image.'],
    ['too-large', 'The image is larger than 10 MB.'],
    ['not-an-image', 'What pictures.example sent is not a PNG, JPEG, GIF, WebP or AVIF image.'],
  ] as const)('says what went wrong (%s), and tries again when asked', async (outcome, sentence) => {
    const { user, fetched } = render(`![A river](${ADDRESS})`, { outcome })
    await user.click(screen.getByRole('button'))
    expect((await screen.findByRole('status')).textContent).toContain(sentence)
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(fetched).toHaveLength(2)
  })

  it('says so when what came cannot be drawn', async () => {
    const { user } = render(`![A river](${ADDRESS})`, LOADED)
    await user.click(screen.getByRole('button'))
    fireEvent.error(await screen.findByRole('img'))
    expect(screen.getByRole('status').textContent).toBe('The image from pictures.example is damaged.')
  })

  it('stands behind the link that holds it, since no link may hold a button', async () => {
    const { container } = render(`[![Build](${ADDRESS}) **state**](https://example.com) end`)
    const link = screen.getByRole('link')
    expect(link.textContent).toBe('Build state')
    expect(within(link).queryByRole('button')).toBeNull()
    expect(container.querySelector('a + span button')).not.toBeNull()
  })

  it.each(['data:image/png;base64,iVBORw0KGgo=', '/local.png', 'file:///etc/passwd'])(
    'offers to load nothing that names no host: %s',
    async (address) => {
      const { fetched } = render(`![x](${address})`)
      expect(screen.queryByRole('button')).toBeNull()
      await act(async () => {})
      expect(fetched).toEqual([])
    },
  )
})
