import { simpleMode } from '@codemirror/legacy-modes/mode/simple-mode'

export const makefile = simpleMode({
  start: [
    { regex: /#.*/, token: 'comment' },
    {
      sol: true,
      regex: /-?(?:include|ifn?eq|ifn?def|else|endif|define|endef|export|unexport|override|vpath)\b/,
      token: 'keyword',
    },
    { sol: true, regex: /[\w.-]+(?=\s*(?:[:?+!]?=|::=))/, token: 'property' },
    { sol: true, regex: /\.[A-Z_]+(?=\s*:)/, token: 'keyword' },
    { sol: true, regex: /[^\s:#=$][^:#=$]*(?=:(?!=))/, token: 'function.standard' },
    { regex: /\$\$[\w({]?/, token: 'special.string' },
    { regex: /(\$[({])([a-z-]+)(?=\s)/, token: ['special.string', 'keyword'] },
    { regex: /\$(?:[({][\w.-]+[)}]|[@<^?*%+|])/, token: 'special.string' },
    { regex: /"(?:[^"\\]|\\.)*"?|'[^']*'?/, token: 'string' },
    { regex: /[^#$"']+/, token: null },
  ],
})
