import { simpleMode } from '@codemirror/legacy-modes/mode/simple-mode'

export const terraform = simpleMode({
  start: [
    { regex: /(?:#|\/\/).*/, token: 'comment' },
    { regex: /\/\*/, token: 'comment', next: 'comment' },
    { regex: /"(?:[^"\\]|\\.)*"?/, token: 'string' },
    {
      regex:
        /(?:resource|data|variable|output|module|provider|terraform|locals|backend|dynamic|for_each|for|in|if|moved|import|check)\b(?!\s*[.:])/,
      token: 'keyword',
    },
    { regex: /(?:true|false|null)\b/, token: 'atom' },
    { regex: /(?:string|number|bool|list|map|set|object|tuple|any)\b/, token: 'type' },
    { regex: /\d+(?:\.\d+)?/, token: 'number' },
    { regex: /[\w-]+(?=\s*=(?!=))/, token: 'property' },
    { regex: /[a-zA-Z_][\w-]*/, token: 'variable' },
  ],
  comment: [
    { regex: /.*?\*\//, token: 'comment', next: 'start' },
    { regex: /.+/, token: 'comment' },
  ],
})
