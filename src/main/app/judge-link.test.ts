import { describe, expect, it } from 'vitest'

import { judgeLink } from './judge-link'

describe('judgeLink', () => {
  it.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['http://例え.テスト/', 'http://xn--r8jz45g.xn--zckzah/'],
    ['mailto:someone@example.com', 'mailto:someone@example.com'],
    ['HTTPS://EXAMPLE.COM', 'https://example.com/'],
    ['mailto:a@example.com?Subject=x&body=y%0Az', 'mailto:a@example.com?Subject=x&body=y%0Az'],
    ['mailto:a@example.com" --attach "x', 'mailto:a@example.com%22%20--attach%20%22x'],
  ])('opens %s', (link, opened) => {
    expect(judgeLink(link)).toBe(opened)
  })

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '\\\\server\\share',
    'smb://server/share',
    'ms-msdt:/id PCWDiagnostic',
    'search-ms:query=x',
    'vscode://file/etc/passwd',
    'app://nagare/index.html',
    'nagare://chat/1',
    'blob:https://example.com/1',
    'about:blank',
    'https://bank.example@evil.example/',
    'https://user:secret@example.com/',
    'mailto:a@example.com?attach=/etc/passwd',
    'mailto:a@example.com?subject=x&AttachMent=~/.ssh/id_rsa',
    'mailto:?ATTACH%6Dent=/etc/passwd',
    '//server/share',
    'ms-excel:ofe|u|https://example.com/x.xls',
    'https://',
    'example.com',
    '',
    `https://example.com/${'a'.repeat(5000)}`,
  ])('refuses %s', (link) => {
    expect(judgeLink(link)).toBeUndefined()
  })
})
