/**
 * Every example that GitHub's specification (version 0.29) has beyond those of CommonMark, by its extension; first as
 * published, then those of its source that differ.
 * https://github.github.com/gfm/, https://github.com/github/cmark-gfm/blob/master/test/spec.txt
 */
export const GITHUB_SPECIFICATION: Readonly<Record<string, readonly string[]>> = {
  tables: [
    '| foo | bar |\n| --- | --- |\n| baz | bim |\n',
    '| abc | defghi |\n:-: | -----------:\nbar | baz\n',
    '| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n',
    '| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n',
    '| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n',
    '| abc | def |\n| --- |\n| bar |\n',
    '| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n',
    '| abc | def |\n| --- | --- |\n',
    '| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n===\n',
  ],
  'task list items': ['- [ ] foo\n- [x] bar\n', '- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim\n'],
  strikethrough: [
    '~~Hi~~ Hello, ~there~ world!\n',
    'This ~~has a\n\nnew paragraph~~.\n',
    'This will ~~~not~~~ strike.\n',
    '~~Hi~~ Hello, world!\n',
  ],
  autolinks: [
    'www.commonmark.org\n',
    'Visit www.commonmark.org/help for more information.\n',
    'Visit www.commonmark.org.\n\nVisit www.commonmark.org/a.b.\n',
    [
      'www.google.com/search?q=Markup+(business)',
      'www.google.com/search?q=Markup+(business)))',
      '(www.google.com/search?q=Markup+(business))',
      '(www.google.com/search?q=Markup+(business)\n',
    ].join('\n\n'),
    'www.google.com/search?q=(business))+ok\n',
    'www.google.com/search?q=commonmark&hl=en\n\nwww.google.com/search?q=commonmark&hl;\n',
    'www.commonmark.org/he<lp\n',
    'http://commonmark.org\n\n(Visit https://encrypted.google.com/search?q=Markup+(business))\n',
    'foo@bar.baz\n',
    "hello@mail+xyz.example isn't valid, but hello+xyz@mail.example is.\n",
    'a.b-c_d@a.b\n\na.b-c_d@a.b.\n\na.b-c_d@a.b-\n\na.b-c_d@a.b_\n',
    [
      'mailto:foo@bar.baz',
      'mailto:a.b-c_d@a.b',
      'mailto:a.b-c_d@a.b.',
      'mailto:a.b-c_d@a.b/',
      'mailto:a.b-c_d@a.b-',
      'mailto:a.b-c_d@a.b_',
      'xmpp:foo@bar.baz',
      'xmpp:foo@bar.baz.\n',
    ].join('\n\n'),
    'xmpp:foo@bar.baz/txt\n\nxmpp:foo@bar.baz/txt@bin\n\nxmpp:foo@bar.baz/txt@bin.com\n',
    'xmpp:foo@bar.baz/txt/bin\n',
    [
      'http://commonmark.org',
      '(Visit https://encrypted.google.com/search?q=Markup+(business))',
      'Anonymous FTP is available at ftp://foo.bar.baz.\n',
    ].join('\n\n'),
  ],
  'disallowed raw HTML': [
    '<strong> <title> <style> <em>\n\n<blockquote>\n  <xmp> is disallowed.  <XMP> is also disallowed.\n</blockquote>\n',
  ],
}
