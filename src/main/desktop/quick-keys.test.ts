import { describe, expect, it } from 'vitest'

import { createQuickKeys } from './quick-keys'
import type { ShortcutReach } from './shortcut-reach'

/** A system on which other programs have some keys. */
function createSystem(reach: ShortcutReach = 'direct', others: Set<string> = new Set()) {
  const ours = new Map<string, () => void>()
  let pressed = 0
  const keys = createQuickKeys({
    registrar: {
      register: (accelerator, onPress) => {
        if (others.has(accelerator)) return false
        ours.set(accelerator, onPress)
        return true
      },
      unregister: (accelerator) => void ours.delete(accelerator),
    },
    reach,
    onPress: () => (pressed += 1),
  })
  const said: string[] = []
  keys.follow(({ status }) => said.push(status))
  return { keys, ours, said, pressed: () => pressed }
}

describe('the keys of the quick window', () => {
  it('call it, and give way to others and to none', () => {
    const { keys, ours, said, pressed } = createSystem()
    keys.use('Mod+Shift+Space')
    ours.get('CmdOrCtrl+Shift+Space')?.()
    expect([pressed(), [...ours.keys()]]).toEqual([1, ['CmdOrCtrl+Shift+Space']])
    keys.use('Alt+Space')
    expect([...ours.keys()]).toEqual(['Alt+Space'])
    keys.use('')
    expect([[...ours.keys()], said]).toEqual([[], ['on', 'on', 'off']])
  })

  it('are asked for once, however often another setting changes', () => {
    const { keys, said } = createSystem()
    for (const chosen of ['', 'F9', 'F9', 'F9']) keys.use(chosen)
    expect(said).toEqual(['on'])
  })

  it('that a desktop was asked for are asked for once, and given up again', () => {
    const { keys, ours, said } = createSystem('asked')
    keys.use('F9')
    keys.use('F9')
    expect([said, [...ours.keys()]]).toEqual([['asked'], ['F9']])
    keys.use('')
    expect([said, [...ours.keys()]]).toEqual([['asked', 'off'], []])
  })

  it('that another program has are said to be taken, and are had once it gave them up', () => {
    const others = new Set(['F9'])
    const { keys, said } = createSystem('direct', others)
    keys.use('F9')
    others.clear()
    keys.use('F9')
    expect([said, keys.state()]).toEqual([['taken', 'on'], { status: 'on' }])
  })

  it.each([
    ['asked', [], ['asked']],
    ['asked', ['F9'], ['refused']],
    ['none', [], ['refused']],
  ] as const)('promise nothing on a desktop where keys are %s', (reach, others, said) => {
    const system = createSystem(reach, new Set(others))
    system.keys.use('F9')
    expect(system.said).toEqual(said)
    if (reach === 'none') expect(system.ours.size).toBe(0)
  })
})
