import { describe, expect, it } from 'vitest'

import { describePainting, paintWhole, parserOf } from './testing/paint'
import { startState, tokeniseLine, type Parser } from './tokenise-line'

const PAINTED = {
  ts: {
    "import { a } from './b'": "<keyword:import >{ a } <keyword:from ><string:'./b'>",
    'return await new Thing().run(42) // why':
      '<keyword:return await new ><function:Thing>().<function:run>(<constant:42>) <comment:// why>',
  },
  tsx: {
    '(<a b="c" {...d}>Don\'t {e(<f />)}</a>)':
      '(<<tag:a ><property:b>=<string:"c" >{<meta:...>d}>Don\'t {<function:e>(<<tag:f >/>)}</<tag:a>>)',
    'const f = <T,>(x: T) => x': '<keyword:const >f = <T,>(x: <type:T>) => x',
  },
  js: { 'a < b && c > (d)': 'a < b && c > (d)', 'a => <b />': 'a => <<tag:b >/>' },
  html: {
    '<a b="c">d &amp; e</a>': '<<tag:a ><property:b>=<string:"c">>d <constant:&amp; >e</<tag:a>>',
    '<script>let a = "b"</script>c': '<<tag:script>><keyword:let >a = <string:"b"></<tag:script>>c',
    '<style>a { b: 1px }</style>c': '<<tag:style>><tag:a >{ <property:b>: <constant:1px >}</<tag:style>>c',
  },
  python: {
    'def f(a): return "b"  # c':
      '<keyword:def ><function:f>(a): <keyword:return ><string:"b"  ><comment:# c>',
  },
  json: { '{ "a": [1, true, "b"] }': '{ <property:"a">: [<constant:1>, <constant:true>, <string:"b">] }' },
  go: { 'fmt.Println("a")': 'fmt.<function:Println>(<string:"a">)' },
  css: { '@media (a: 1px) {': '<meta:@media >(a: <constant:1px>) {' },
  php: { '<?php $a = f(null); # b': '<meta:<?php >$a = <function:f>(<constant:null>); <comment:# b>' },
  make: { 'all: a.o $(B)': '<function:all>: a.o <special:$(B)>' },
  graphql: { 'type A { b: ID! }': '<keyword:type ><type:A >{ <property:b>: <type:ID>! }' },
  elixir: { 'def a, do: :b': '<keyword:def >a, <constant:do: :b>' },
  terraform: { 'a = var.b ? 1 : "c"': '<property:a >= var.b ? <constant:1 >: <string:"c">' },
  markdown: { '# a': '<heading:# a>', 'a **b** `c`': 'a <strong:**b** ><string:`c`>' },
  diff: { '+a': '<inserted:+a>', '-a': '<deleted:-a>' },
} as const

describe('tokeniseLine', () => {
  it.each(
    Object.entries(PAINTED).flatMap(([name, lines]) =>
      Object.entries(lines).map(([line, painted]) => [name, line, painted] as const),
    ),
  )('knows in %s what is what in %s', async (name, line, painted) => {
    expect(describePainting(paintWhole(await parserOf(name), line))).toEqual([painted])
  })

  it('leaves a line plain that no person wrote', async () => {
    const parser = await parserOf('js')
    const line = 'let a = 1; '.repeat(100)
    expect(tokeniseLine(parser, startState(parser), line)).toEqual([{ text: line, kind: undefined }])
  })

  it('leaves the rest of a line plain on which its parser stands still', () => {
    const parser: Parser = { token: (stream) => (stream.eat('a') ? 'keyword' : null) }
    expect(tokeniseLine(parser, startState(parser), 'abc')).toEqual([
      { text: 'a', kind: 'keyword' },
      { text: 'bc', kind: undefined },
    ])
  })
})
