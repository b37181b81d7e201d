import { simpleMode } from '@codemirror/legacy-modes/mode/simple-mode'

export const elixir = simpleMode({
  start: [
    { regex: /#.*/, token: 'comment' },
    { regex: /(?:~[sS])?"""/, token: 'string', next: 'block' },
    { regex: /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?/, token: 'string' },
    {
      regex: /~[a-zA-Z](?:\/(?:[^/\\]|\\.)*\/?|\([^)]*\)?|\[[^\]]*\]?|\{[^}]*\}?|"[^"]*"?)\w*/,
      token: 'string-2',
    },
    { regex: /@\w+/, token: 'meta' },
    {
      regex:
        /(?:def(?:p|module|struct|macrop?|protocol|impl|delegate|guardp?|exception)?|do|end|fn|if|unless|else|case|cond|with|for|when|and|or|not|in|raise|rescue|try|catch|after|receive|import|alias|require|use|quote|unquote)\b(?![?!:])/,
      token: 'keyword',
    },
    { regex: /(?:true|false|nil)\b/, token: 'atom' },
    { regex: /[a-zA-Z_]\w*[?!]?:(?=\s)/, token: 'atom' },
    { regex: /:(?:[a-zA-Z_]\w*[?!]?|"[^"]*"?)/, token: 'atom' },
    { regex: /\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?|0x[\da-fA-F]+/, token: 'number' },
    { regex: /[A-Z][\w.]*/, token: 'type' },
    { regex: /[a-z_]\w*[?!]?/, token: 'variable' },
  ],
  block: [
    { regex: /.*?"""/, token: 'string', next: 'start' },
    { regex: /.+/, token: 'string' },
  ],
})
