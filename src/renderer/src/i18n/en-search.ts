/** The names of what can be done from the palette. */
export const commands = {
  newConversation: 'New conversation',
  showInspector: 'Show the stream inspector',
  hideInspector: 'Hide the stream inspector',
  chooseModel: 'Use the model {name}',
  stop: 'Stop the answer',
} as const

/** The palette. */
export const search = {
  label: 'Search',
  open: 'Search',
  field: 'Search conversations, messages and commands',
  placeholder: 'Search, or do something…',
  list: 'Results',
  groups: { command: 'Commands', conversation: 'Conversations', message: 'Messages' },
  hint: 'model: in: before: after: "phrase" -word',
  untitled: 'Untitled conversation',
  asked: 'You, in “{title}”',
  answered: 'Answer in “{title}”',
  count: '{count, plural, =0 {Nothing found.} one {1 result.} other {# results.}}',
  countMore: 'The {count, number} best results.',
  unread:
    '{unread, plural, one {1 text is} other {# texts are}} still being read; search again in a while to find everything.',
  failed: 'The search did not work. Change a letter to try again.',
  gone: 'This message has been deleted.',
  problems: {
    'no-date': '“{value}” is no date. Write {filter}: with a day such as 2026-03-01, a month or a year.',
    'no-value':
      '{filter, select, model {Write the name of a model after model:, for example model:gemini.} in {Write the name of a folder after in:, for example in:travel.} other {Write a day after {filter}:, for example {filter}:2026-03-01.}}',
    'no-folder': 'No folder is called “{value}”. Check its name in the sidebar.',
    'only-without': 'Add a word that should be found.',
  },

  findHere: 'Find in this conversation',
} as const

/** Looking in one conversation. */
export const find = {
  label: 'Find in this conversation',
  field: 'Find',
  count: '{count, plural, =0 {Not found} other {{index, number} of {count, number}}}',
  next: 'Next match',
  previous: 'Previous match',
  close: 'Close',
} as const
