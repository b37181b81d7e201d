export const updates = {
  title: 'Updates',
  check: 'Check for updates',
  checkAgain: 'Check again',
  download: 'Download',
  downloadAgain: 'Download again',
  install: 'Restart and install',
  foundByItself: 'Nagare {version} is available. See Settings → About.',
  notes: 'What is new in version {version}',
  page: 'All releases',
  progress: 'Download of version {version}',
  steps: {
    checking: 'Looking for a newer version…',
    current: 'This is the newest version.',
    found: 'Version {version} is available. Nothing has been downloaded yet.',
    downloading: 'Version {version} is being downloaded…',
    ready: 'Version {version} is downloaded and verified. It will be installed when you restart.',
    waits: 'Version {version} will be installed as soon as no answer is being written.',
    installing: 'Nagare closes, and starts again as the new version…',
  },
  hindered: {
    policy: 'Your administrator takes care of updates.',
    source: 'This Nagare was built from source. Update the source, and build it again.',
    package: 'This Nagare was installed as a package. Install the package of the newer version over it.',
    portable: 'This is the portable Nagare. Replace its file by that of the newer version.',
    'no-place': 'Whoever built this Nagare named no place for updates. Ask where you got it.',
  },
  problems: {
    unreachable:
      'The place of the releases could not be reached. Check your network and the proxy settings, then try again.',
    damaged:
      'What was downloaded is not what was announced. It was thrown away, and nothing was installed. Try again; if it happens again, tell whoever runs your network.',
    unsigned:
      'What was downloaded is not signed by whom it should be. It was thrown away, and nothing was installed.',
    'disk-full': 'There is no space left on the disk. Make some, then try again.',
    other:
      'The update did not succeed, and nothing was installed. Try again, or get the newer version by hand.',
  },
} as const

export const licenses = {
  title: 'Licences of the libraries',
  show: 'Show the licences',
  count: '{count, plural, one {# library} other {# libraries}}',
  none: 'The library came without a text of its licence.',
  electron: 'The licences of Electron and Chromium lie beside the program.',
} as const
