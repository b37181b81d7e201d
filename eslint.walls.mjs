const NODE = 'node:|fs$|fs/|path$|os$|child_process$|net$|http$|https$|crypto$'
const ELECTRON = 'electron($|/)'
const LANGCHAIN = '@langchain/'
const PROVIDERS = '@langchain/(?!core($|/))|google-auth-library'
const REACT = 'react($|/|-dom)|zustand|use-intl|lucide-react'
const ZOD = 'zod($|/)'
const TO_MAIN = '(\\.\\./)+main/'
const TO_PRELOAD = '(\\.\\./)+preload/'
const TO_RENDERER = '(\\.\\./)+renderer/'
const WINDOW = `${REACT}|${TO_RENDERER}|${TO_PRELOAD}`
const PLATFORM = `${ELECTRON}|${NODE}`
const FEATURES = [
  'chat',
  'conversations',
  'settings',
  'inspector',
  'portable',
  'presets',
  'search',
  'spending',
]

/** What a feature of the window may not import: every other feature.
 * @param {string} feature */
const otherFeatures = (feature) => `(\\.\\./)+(${FEATURES.filter((other) => other !== feature).join('|')})/`

const RENDERER = `${PLATFORM}|${ZOD}|${LANGCHAIN}|${TO_MAIN}|${TO_PRELOAD}`

/** @param {string} feature
 * @returns {[string, string, string]} */
function featureWall(feature) {
  return [
    `src/renderer/src/${feature}/**`,
    `${RENDERER}|${otherFeatures(feature)}`,
    'Two features never import each other.',
  ]
}

/**
 * Each folder, and what it may not import: the map of the house.
 * The last row that matches a file wins, so a nested folder repeats its parent's bans.
 * `walls.test.ts` plants one forbidden import per row and sees it refused.
 * @type {[files: string, banned: string, message: string][]}
 */
export const WALLS = [
  [
    'src/shared/**',
    `${PLATFORM}|${WINDOW}|${ZOD}|${LANGCHAIN}|${TO_MAIN}`,
    'Shared words belong to no platform.',
  ],
  [
    'src/shared/contract.ts',
    `${PLATFORM}|${WINDOW}|${LANGCHAIN}|${TO_MAIN}`,
    'The contract knows zod and shared words.',
  ],
  [
    'src/shared/requests/**',
    `${PLATFORM}|${WINDOW}|${LANGCHAIN}|${TO_MAIN}`,
    'A part of the contract knows zod and shared words.',
  ],
  ['src/preload/**', `${NODE}|${WINDOW}|${ZOD}|${LANGCHAIN}|${TO_MAIN}`, 'The preload only forwards.'],
  [
    'src/main/**',
    `${ELECTRON}|${WINDOW}|${PROVIDERS}`,
    'Main runs in plain Node, except for app, bridge/ipc, index and composition.',
  ],
  ['src/main/index.ts', `${WINDOW}|${LANGCHAIN}`, 'The composition root builds, it does not know providers.'],
  [
    'src/main/composition/**',
    `${WINDOW}|${LANGCHAIN}`,
    'A part of the composition root builds, it does not know providers.',
  ],
  ['src/main/app/**', `${WINDOW}|${LANGCHAIN}`, 'The app folder knows Electron and nothing of models.'],
  ['src/main/bridge/ipc.ts', `${WINDOW}|${LANGCHAIN}`, 'The bridge carries, it does not know models.'],
  [
    'src/main/models/**',
    `${ELECTRON}|${WINDOW}`,
    'The models folder is the only one with provider classes, and runs in plain Node.',
  ],
  ['src/renderer/**', RENDERER, 'The window knows only the bridge.'],
  ...FEATURES.map(featureWall),
  [
    'src/renderer/src/parameters/**',
    `${RENDERER}|(\\.\\./)+(${FEATURES.join('|')})/`,
    'A conversation and a connection both have parameters: they belong to neither.',
  ],
  [
    'src/renderer/src/reveal/**',
    `${RENDERER}|zustand|use-intl|#shared/|\\.\\./(chat|markdown|ui|i18n|bridge)`,
    'The reveal knows only text and frames.',
  ],
  [
    'src/renderer/src/markdown/**',
    `${RENDERER}|zustand|#shared/|\\.\\./(chat|reveal|bridge)`,
    'Markdown knows only text.',
  ],
  [
    'emulators/**',
    `${ELECTRON}|${WINDOW}|${LANGCHAIN}|(\\.\\./)+src/`,
    'An emulator speaks a wire protocol and borrows nothing from the app.',
  ],
]
