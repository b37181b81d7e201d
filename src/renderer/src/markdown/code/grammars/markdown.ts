import { simpleMode } from '@codemirror/legacy-modes/mode/simple-mode'

/** Markdown as it is shown in a fence: marks are seen, nothing is nested. */
export const markdown = simpleMode({
  start: [
    { sol: true, regex: /\s*(?:`{3,}|~{3,}).*/, token: 'meta', next: 'fence' },
    { sol: true, regex: /#{1,6}(?:\s.*)?$/, token: 'heading' },
    { sol: true, regex: /(?:=+|-{3,}|(?:\* *){3,})\s*$/, token: 'meta' },
    { sol: true, regex: /\s*>/, token: 'comment' },
    { sol: true, regex: /\s*(?:[-*+]|\d+[.)])(?:\s+\[[ xX]\])?(?=\s)/, token: 'keyword' },
    { sol: true, regex: /\s*\[[^\]]+\]:\s.*/, token: 'link' },
    { regex: /<!--.*?-->/, token: 'comment' },
    { regex: /`[^`]+`/, token: 'string' },
    { regex: /\*\*(?=\S)[^*]+\*\*|__(?=\S)[^_]+__/, token: 'strong' },
    { regex: /\*(?=\S)[^*]+\*/, token: 'emphasis' },
    { regex: /(!?\[[^\]]*\])(\([^)\s]*(?:\s+"[^"]*")?\))/, token: ['tag', 'link'] },
    { regex: /https?:\/\/[^\s)>]+/, token: 'link' },
    { regex: /<\/?[a-zA-Z][^>]*>/, token: 'tag' },
    { regex: /\\./, token: null },
    { regex: /[^\\`*_[\]!<h]+/, token: null },
  ],
  fence: [
    { sol: true, regex: /\s*(?:`{3,}|~{3,})\s*$/, token: 'meta', next: 'start' },
    { regex: /.*/, token: null },
  ],
})
