import { describe, expect, it } from 'vitest'

import { readFenceInfo } from './fence-info'

function read(info: string): readonly (string | undefined)[] {
  const { language, label, fileName } = readFenceInfo(info)
  return [language?.label, label, fileName]
}

describe('readFenceInfo', () => {
  it.each([
    ['', undefined, '', undefined],
    ['ts', 'TypeScript', 'TypeScript', undefined],
    ['mmd', undefined, 'Mermaid', undefined],
    ['TypeScript', 'TypeScript', 'TypeScript', undefined],
    ['ts title="a b.ts"', 'TypeScript', 'TypeScript', 'a b.ts'],
    ["ts title='a.ts' {1,3}", 'TypeScript', 'TypeScript', 'a.ts'],
    ['ts filename=a.ts', 'TypeScript', 'TypeScript', 'a.ts'],
    ['ts:src/a.ts', 'TypeScript', 'TypeScript', 'src/a.ts'],
    ['docker:Dockerfile', 'Dockerfile', 'Dockerfile', 'Dockerfile'],
    ['ts:line-numbers', 'TypeScript', 'TypeScript', undefined],
    ['src/a.py', 'Python', 'Python', 'src/a.py'],
    ['title="a.py"', 'Python', 'Python', 'a.py'],
    ['js{1,3-5}', 'JavaScript', 'JavaScript', undefined],
    ['rust,ignore', 'Rust', 'Rust', undefined],
    ['{.python .numberLines}', 'Python', 'Python', undefined],
    ['{r}', 'R', 'R', undefined],
    ['c++', 'C++', 'C++', undefined],
    ['c#', 'C#', 'C#', undefined],
    ['objective-c', 'Objective-C', 'Objective-C', undefined],
    ['klingon', undefined, 'klingon', undefined],
    ['klingon title="a.rs"', 'Rust', 'Rust', 'a.rs'],
    ['text', undefined, 'text', undefined],
  ])('reads %j', (info, ...expected) => {
    expect(read(info)).toEqual(expected)
  })

  it.each([
    ['__proto__', undefined, '__proto__', undefined],
    ['constructor', undefined, 'constructor', undefined],
    ['<img/src=x>', undefined, '', undefined],
    ['ts title="\u202Egpj.exe\u0007"', 'TypeScript', 'TypeScript', 'gpj.exe'],
    ['ts title=""', 'TypeScript', 'TypeScript', undefined],
    ['\u200B', undefined, '', undefined],
    ['x'.repeat(10_000), undefined, 'x'.repeat(32), undefined],
    [`ts title="${'x'.repeat(10_000)}"`, 'TypeScript', 'TypeScript', 'x'.repeat(160)],
    [`${'x'.repeat(31)}😀`, undefined, `${'x'.repeat(31)}\uFFFD`, undefined],
  ])('makes nothing of a hostile %j', (info, ...expected) => {
    expect(read(info)).toEqual(expected)
  })
})
