import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

import { WALLS } from './eslint.walls.mjs'

/** The contract's schemas are values for main; every other process reads only their types. */
const CONTRACT_TYPES_ONLY = {
  regex: '^(#shared|\\.{1,2}(/\\.\\.)*)/(contract$|requests/)',
  allowTypeImports: true,
  message: 'Import only types from the contract.',
}

const TESTS = ['**/*.test.*', '**/testing/**']

export default tseslint.config(
  { ignores: ['**/node_modules', 'out', 'dist', 'test-results', '**/*.json'] },
  tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    rules: {
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', { max: 3 }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: 'TSEnumDeclaration', message: 'Write a union of literals.' },
      ],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: [
      'src/**/*.{ts,tsx}',
      'emulators/**/*.ts',
      'e2e/**/*.ts',
      'bench/**/*.ts',
      'screenshots/**/*.ts',
      'packaging/**/*.ts',
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  ...WALLS.map(([files, banned, message]) => ({
    files: [files],
    ignores: TESTS,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: `^(${banned})`, message },
            ...(files.startsWith('src/main') || files === 'src/shared/contract.ts'
              ? []
              : [CONTRACT_TYPES_ONLY]),
          ],
        },
      ],
    },
  })),
  {
    files: ['src/**'],
    ignores: ['src/main/bridge/ipc.ts', 'src/preload/**', ...TESTS],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportSpecifier[imported.name=/^ipc(Main|Renderer)$/]',
          message: 'Electron IPC lives in main/bridge/ipc.ts and in the preload.',
        },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: 'TSEnumDeclaration', message: 'Write a union of literals.' },
        {
          selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          message: 'The page has no HTML strings: render elements.',
        },
      ],
    },
  },
  {
    files: ['src/renderer/**'],
    ignores: ['src/renderer/src/bridge.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'window', property: 'bridge', message: 'Take a Bridge as a parameter.' },
      ],
    },
  },
  { files: ['src/renderer/**/*.{ts,tsx}'], ...reactHooks.configs.flat['recommended-latest'] },
  // Tools talk to a terminal, and their config files are read by name.
  { files: ['scripts/**', 'emulators/run.ts', 'bench/**', 'screenshots/**'], rules: { 'no-console': 'off' } },
  { files: ['*.config.*', '**/playwright.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.test.*', 'e2e/**'], rules: { 'max-lines': 'off' } },
)
