import type { IntentRefusal } from '#shared/requests/intents'

/** What links and files from outside want. */
export const intents = {
  written: 'A link wrote this. Read it before you send it.',
  refused: {
    link: 'Nagare does not know what this link wants, and did nothing. Check it with whoever gave it to you.',
    conversation:
      'The conversation of this link is not here. It may have been deleted, or be on another computer.',
    'more-files': 'One file is imported at a time. Open the others when this one is done.',
  } satisfies Record<IntentRefusal, string>,
} as const
