import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { dropDebuggingSwitches, isReleasePackage } from './drop-debugging-switches'

function dropped(isRelease: boolean): readonly string[] {
  const names: string[] = []
  dropDebuggingSwitches({ removeSwitch: (name) => names.push(name) }, isRelease)
  return names
}

describe('dropDebuggingSwitches', () => {
  it('shuts every door of Chromium in a release, and none while developing', () => {
    expect(dropped(true)).toEqual(
      expect.arrayContaining(['remote-debugging-port', 'remote-debugging-pipe', 'disable-web-security']),
    )
    expect(dropped(false)).toEqual([])
  })

  it('knows a release by what its building wrote down, and by nothing else', () => {
    const folder = mkdtempSync(join(tmpdir(), 'nagare-manifest-'))
    const verdicts = ['{"isRelease":true}', '{"isRelease":"true"}', '{"name":"nagare"}'].map((manifest) => {
      writeFileSync(join(folder, 'package.json'), manifest)
      return isReleasePackage(folder)
    })
    rmSync(folder, { recursive: true })
    expect(verdicts).toEqual([true, false, false])
  })
})
