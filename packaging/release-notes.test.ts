import { expect, it } from 'vitest'

import { readReleaseNotes } from './release-notes.mjs'

const CHANGELOG =
  '# Changelog\n\nIntro.\n\n## Unreleased\n\n- Soon\n\n## [1.1.0] 2026-11-26\n\n### Added\n\n- New\n\n## 1.0.0\n\n- Old\n'

it('takes the part of the version, and what is not yet released where there is none', () => {
  expect(readReleaseNotes(CHANGELOG, '1.1.0')).toBe('### Added\n\n- New')
  expect(readReleaseNotes(CHANGELOG, '1.0.0')).toBe('- Old')
  expect(readReleaseNotes(CHANGELOG, '1.0')).toBe('- Soon')
  expect(readReleaseNotes('# Changelog', '1.0.0')).toBe('')
})
