import { simpleMode } from '@codemirror/legacy-modes/mode/simple-mode'

export const graphql = simpleMode({
  start: [
    { regex: /#.*/, token: 'comment' },
    { regex: /"""/, token: 'string', next: 'block' },
    { regex: /"(?:[^"\\]|\\.)*"?/, token: 'string' },
    {
      regex:
        /(?:query|mutation|subscription|fragment|on|type|input|interface|union|enum|scalar|schema|extend|implements|directive|repeatable)\b(?!\s*[:(])/,
      token: 'keyword',
    },
    { regex: /(?:true|false|null)\b/, token: 'atom' },
    { regex: /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, token: 'number' },
    { regex: /@\w+/, token: 'meta' },
    { regex: /\$\w+/, token: 'variable-2' },
    { regex: /[A-Z]\w*/, token: 'type' },
    { regex: /[a-z_]\w*(?=\s*:)/, token: 'property' },
    { regex: /[a-z_]\w*/, token: 'variable' },
  ],
  block: [
    { regex: /.*?"""/, token: 'string', next: 'start' },
    { regex: /.+/, token: 'string' },
  ],
})
