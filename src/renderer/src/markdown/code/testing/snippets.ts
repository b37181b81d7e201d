/** Code with what carries a state from line to line: strings, comments, elements, other languages. */
export const SNIPPETS = [
  'const a = `one ${b + 1}\ntwo` /* three\nfour */ + /[/]x/g',
  'return (\n  <a b="c" {...d}>\n    Don\'t {e.map((f) => <g h={f} />)}\n  </a>\n)',
  '<style>\na > b { c: "</style>" }\n</style><script>\nlet d = 1 // e\n</script>\n<!-- f\ng -->',
  'def f(a: int = 1) -> str:\n    """one\n    two"""\n    return f"{a!r} b"\n\n@c\nclass D(E): pass',
  '#include <a.h>\nint main(void) { char *b = "c\\\nd"; /* e\nf */ return 0; }',
  '<?php\n$a = <<<SQL\n  SELECT 1\nSQL;\n# b\nfunction c(?string $d) { return "$d"; }',
  'cat <<EOF\none $TWO\nEOF\nif [ "$a" = \'b\' ]; then echo "c $(d)"; fi # e',
  'SELECT a, \'b\' -- c\n/* d\ne */ FROM "f" WHERE g = $1;',
  'a: |\n  b\n  c\nd: {e: [1, "f"]} # g\n- &h i',
  '# a **b**\n\n```js\nconst c = 1\n```\n> *d* `e` [f](g)',
  'fn a<\'b>(c: &\'b str) -> u8 { r#"d\ne"# /* f /* g */\n*/ }',
  'module A where {- b\nc -}\nd :: Int -> "e"\nd = \\x -> x `f` 1',
  '[a]\nb = """\nc\n"""\nd = 1979-05-27',
  '(defn a [b] "c\nd" #_(e) :f) ; g',
  'begin\n  a := \'b\'; { c\n  d }\nend.\n=begin\ne\n=end\n"#{f}"',
] as const
