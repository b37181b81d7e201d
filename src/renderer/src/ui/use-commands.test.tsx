import { render } from '@testing-library/react'
import { useLayoutEffect } from 'react'
import { expect, it, vi } from 'vitest'

import { isMac } from './command-key'
import { type Command, createCommands } from './commands'
import { useCommandKeys } from './use-command-keys'
import { CommandsContext, useCommands } from './use-commands'

function Feature({ titles }: { readonly titles: readonly string[] }) {
  useCommands(() => titles.map((title): Command => ({ id: `model ${title}`, title, run: () => {} })))
  return null
}

it('lists what each feature can do now, and nothing of one that has gone', () => {
  const commands = createCommands()
  const draw = (titles: readonly string[], hasOther: boolean) => (
    <CommandsContext value={commands}>
      <Feature titles={titles} />
      {hasOther && <Feature titles={['Open settings']} />}
    </CommandsContext>
  )
  const titles = () => commands.list().map(({ title }) => title)

  const { rerender, unmount } = render(draw(['Show the sidebar'], true))
  expect(titles()).toEqual(['Show the sidebar', 'Open settings'])
  rerender(draw(['Hide the sidebar'], false))
  expect(titles()).toEqual(['Hide the sidebar'])
  unmount()
  expect(titles()).toEqual([])
})

it('hears the keys of a command as soon as it is drawn', () => {
  const run = vi.fn()
  function Impatient() {
    useCommands(() => [{ id: 'palette', title: 'Search', run }])
    useCommandKeys()
    useLayoutEffect(() => {
      window.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', ctrlKey: !isMac, metaKey: isMac }),
      )
    }, [])
    return null
  }
  render(
    <CommandsContext value={createCommands()}>
      <Impatient />
    </CommandsContext>,
  )
  expect(run).toHaveBeenCalledOnce()
})
