/** Keys, and the commands that can have some. */
export const shortcuts = {
  hint: '{label} ({keys})',
  note: 'Press a button, then the keys that you want. Other apps and your desktop may keep some keys to themselves.',
  change: '{name}: {keys}. Change',
  none: 'none',
  recording: 'Press the new keys… Esc leaves',
  remove: 'No keys for: {name}',
  reset: 'Back to {keys}: {name}',
  resetAll: 'Reset all shortcuts',
  set: '{name}: {keys}.',
  refused: {
    owned:
      '{keys} belongs to the system, the menu or a text field, and would no longer work there. Choose other keys.',
    unfit:
      'These keys write text or move the caret. Use {modifier} with a letter, a digit or a mark, or a function key.',
    taken: '{keys} is already used for: {others}.',
  },
  takeOver: 'Use it here instead',
  leave: 'Leave it there',
  shared: 'The same keys are used for: {others}. Only one of them works; change the other.',
  names: {
    'new-conversation': 'New conversation',
    'new-window': 'New window',
    palette: 'Search everything',
    find: 'Find in this conversation',
    stop: 'Stop the answer',
    sidebar: 'Show or hide the list of conversations',
    inspector: 'Show or hide the stream inspector',
    parameters: 'Parameters of this conversation',
    trash: 'Show what was deleted',
    undo: 'Undo the last change to the list or a conversation',
    import: 'Import conversations',
    export: 'Export conversations',
    backups: 'Backups',
    print: 'Print this conversation',
    updates: 'Check for updates',
  },
} as const
