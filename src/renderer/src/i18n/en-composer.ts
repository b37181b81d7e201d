/** Where a message is written. */
export const composer = {
  label: 'Message',
  placeholder: 'Write a message',
  send: 'Send',
  stop: 'Stop',
  sendHint: 'Send ({keys})',
  prompts: 'Insert a prompt',
  promptsKeywords: 'preset template snippet slash variables',
} as const

/** A conversation before its first word. */
export const empty = {
  title: 'What would you like to know?',
  suggestions: 'Suggestions',
  baseball: 'What is baseball?',
  code: 'Show me code that reads a stream',
  tour: 'Show me what you can do',
} as const

/** What is offered at the caret. */
export const completion = {
  label: 'Suggestions',
  count:
    '{count, plural, one {# suggestion} other {# suggestions}}. Arrows choose, Enter inserts, Esc closes.',
} as const

/** The prompts that are kept to be used again. */
export const presets = {
  note: 'Prompts that you use again. Write / in the message field to insert one.',
  manage: 'Write or change prompts…',
  manageNote: 'Settings',
  add: 'New prompt',
  import: 'Import…',
  export: 'Export…',
  back: 'All prompts',
  name: 'Name',
  text: 'Prompt',
  variablesNote:
    "Write '{{language=English}}' for what you want to be asked for, with a usual value or without one. '{{date}}' and '{{time}}' are filled in by themselves.",
  variables: 'You will be asked for: {names}.',
  empty: 'A prompt needs words. Until it has some, the last ones are kept.',
  delete: 'Delete',
  deleted: '“{name}” is deleted.',
  fillIn: 'What you leave empty is left out.',
  insert: 'Insert',
} as const
