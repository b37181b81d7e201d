/** What a user may tell a developer, and the sentences of what broke. */
export const diagnostics = {
  title: 'Diagnostics',
  what: 'For a report of something that does not work. Nagare sends it to nobody: you read it, copy it, and decide who gets it. It holds no message, no key and no name of yours.',
  show: 'Show diagnostics',
  text: 'What will be copied',
  copy: 'Copy diagnostics',
  copied: 'Copied',
  failed: 'Could not copy',
  openFolder: 'Open the log folder',
  folderFailed: 'The folder could not be shown. Open it yourself: {folder}',
  unreadable: 'The diagnostics could not be read. Open the log folder instead.',
} as const

/** Of what could not be drawn. */
export const broken = {
  message: 'This message could not be shown properly. It is kept; below is its plain text.',
  panel: 'This part of the window broke. Nothing was lost.',
  window: 'Something broke in this window. Your conversations, your draft and running answers are kept.',
  showAgain: 'Show again',
  reload: 'Reload the window',
} as const
