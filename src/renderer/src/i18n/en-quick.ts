/** The small window over all programs, and the keys that call it. */
export const quick = {
  title: 'Quick question',
  new: 'Another question',
  openInWindow: 'Open in the window',
  hide: 'Hide',
  hideHint: 'Hide (Esc). The answer goes on, and stands in the list of conversations.',
  keys: {
    none: 'none',
    change: '{name}: {keys}. Change',
    recording: 'Press the keys… Esc leaves',
    remove: 'No keys',
    status: {
      on: 'These keys work in every program.',
      asked:
        'Your desktop (Wayland) decides whether these keys reach Nagare, and may ask you or have its own settings for it. If nothing happens, have its keyboard settings start Nagare with --quick.',
      taken: 'Another program or the system has these keys. Choose others.',
      refused:
        'Your desktop (Wayland) gives no program keys of its own. Have its keyboard settings start Nagare with --quick instead.',
    },
    problem: {
      owned: '{keys} belongs to the system, the menu or a text field. Choose other keys.',
      unfit:
        'Other programs need these keys. Use two of {modifier}, Alt and Shift with a letter, a digit or the space bar, or a function key.',
      used: 'In this window, {keys} is already used for: {others}. Choose other keys.',
    },
  },
} as const
