import { resolve } from 'node:path'

import { ESLint } from 'eslint'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

import { WALLS } from './eslint.walls.mjs'

/** For each row of the walls: a file behind it, and imports that must not get through. */
const PLANTED: Readonly<Record<string, readonly [file: string, ...imports: string[]]>> = {
  'src/shared/**': [
    'src/shared/planted.ts',
    'zod',
    'node:fs',
    'electron',
    'react',
    '@langchain/core/messages',
    '../main/x',
  ],
  'src/shared/contract.ts': ['src/shared/contract.ts', 'electron', 'node:fs', '../renderer/src/x'],
  'src/shared/requests/**': ['src/shared/requests/planted.ts', 'electron', 'node:fs', '../../renderer/src/x'],
  'src/preload/**': [
    'src/preload/planted.ts',
    'zod',
    'node:fs',
    'react',
    '../main/x',
    '#shared/contract',
    '#shared/requests/x',
  ],
  'src/main/**': [
    'src/main/chat/planted.ts',
    'electron',
    'electron/main',
    'react',
    '@langchain/openai',
    '../../renderer/src/x',
  ],
  'src/main/index.ts': ['src/main/index.ts', '@langchain/core/messages', 'react', '../preload/x'],
  'src/main/composition/**': ['src/main/composition/planted.ts', '@langchain/core/messages', 'react'],
  'src/main/app/**': ['src/main/app/planted.ts', '@langchain/core/messages', 'zustand'],
  'src/main/bridge/ipc.ts': ['src/main/bridge/ipc.ts', '@langchain/google-vertexai', 'react-dom/client'],
  'src/main/models/**': ['src/main/models/planted.ts', 'electron', 'react', '../../preload/x'],
  'src/renderer/**': [
    'src/renderer/src/planted.ts',
    'electron',
    'node:path',
    'zod',
    '@langchain/core',
    '../../main/x',
    '#shared/contract',
    '#shared/requests/x',
  ],
  'src/renderer/src/chat/**': [
    'src/renderer/src/chat/planted.ts',
    'electron',
    '../settings/x',
    '../inspector/x',
  ],
  'src/renderer/src/conversations/**': ['src/renderer/src/conversations/planted.ts', '../chat/x', 'zod'],
  'src/renderer/src/settings/**': ['src/renderer/src/settings/planted.ts', '../chat/x', 'node:fs'],
  'src/renderer/src/inspector/**': ['src/renderer/src/inspector/planted.ts', '../chat/x', '../../../main/x'],
  'src/renderer/src/portable/**': ['src/renderer/src/portable/planted.ts', '../chat/x', '../inspector/x'],
  'src/renderer/src/presets/**': ['src/renderer/src/presets/planted.ts', '../chat/x', '../settings/x'],
  'src/renderer/src/search/**': ['src/renderer/src/search/planted.ts', '../chat/x', '../../../main/x'],
  'src/renderer/src/spending/**': ['src/renderer/src/spending/planted.ts', '../chat/x', '../settings/x'],
  'src/renderer/src/parameters/**': [
    'src/renderer/src/parameters/planted.ts',
    '../chat/x',
    '../settings/connections/x',
    'zod',
  ],
  'src/renderer/src/reveal/**': [
    'src/renderer/src/reveal/planted.ts',
    '#shared/message',
    '../chat/x',
    'zustand',
    'electron',
  ],
  'src/renderer/src/markdown/**': [
    'src/renderer/src/markdown/planted.ts',
    '#shared/message',
    '../reveal/x',
    'zustand',
    'node:fs',
  ],
  'emulators/**': ['emulators/planted.ts', '@langchain/core/messages', '../src/main/x', 'electron'],
}

const eslint = new ESLint({
  // Planted files exist only here, so nothing can be asked of their types.
  overrideConfig: [
    { languageOptions: { parserOptions: { projectService: false } } },
    {
      rules: {
        '@typescript-eslint/no-floating-promises': 'off',
        '@typescript-eslint/no-misused-promises': 'off',
        '@typescript-eslint/switch-exhaustiveness-check': 'off',
      },
    },
  ],
})

async function refusals(file: string, code: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: resolve(file) })
  return (result?.messages ?? []).map(({ ruleId }) => ruleId)
}

describe('the walls of lint', () => {
  it('have a planted import each', () => {
    expect(Object.keys(PLANTED)).toEqual(WALLS.map(([files]) => files))
  })

  const cases = Object.values(PLANTED).flatMap(([file, ...imports]) =>
    imports.map((from) => [file, from] as const),
  )

  it.each(cases)('%s may not import %s', async (file, from) => {
    expect(await refusals(file, `import { x } from '${from}'\nx()\n`)).toContain(
      '@typescript-eslint/no-restricted-imports',
    )
  })

  it('let the types of the contract through', async () => {
    expect(
      await refusals(
        'src/renderer/src/planted.ts',
        "import type { Bridge } from '#shared/contract'\nexport type X = Bridge\n",
      ),
    ).toEqual([])
  })

  it.each([
    [
      'src/main/chat/planted.ts',
      "import { ipcMain } from 'electron'\nipcMain.on('x', () => {})\n",
      'no-restricted-syntax',
    ],
    ['src/renderer/src/planted.ts', 'window.bridge.ask()\n', 'no-restricted-properties'],
    [
      'src/renderer/src/planted.tsx',
      'export const X = () => <p dangerouslySetInnerHTML={{ __html: "" }} />\n',
      'no-restricted-syntax',
    ],
    ['src/main/planted.ts', 'export default 1\n', 'no-restricted-syntax'],
  ])('refuse in %s: %s', async (file, code, rule) => {
    expect(await refusals(file, code)).toContain(rule)
  })
})

describe('the walls of the type checker', () => {
  it.each([
    ['shared', 'src/shared/planted.ts', 'export const x = document.title'],
    ['shared', 'src/shared/planted.ts', 'export const x = process.env'],
    [
      'shared',
      'src/shared/planted.ts',
      "import { badRequest } from '../main/bridge/answer'\nexport const x = badRequest",
    ],
    ['main', 'src/main/planted.ts', 'export const x = document.title'],
    ['main', 'src/main/planted.ts', "import { App } from '../renderer/src/app'\nexport const x = App"],
    ['renderer', 'src/renderer/src/planted.ts', 'export const x = process.env'],
    [
      'renderer',
      'src/renderer/src/planted.ts',
      "import { readFile } from 'node:fs'\nexport const x = readFile",
    ],
    [
      'renderer',
      'src/renderer/src/planted.ts',
      "import { badRequest } from '../../main/bridge/answer'\nexport const x = badRequest",
    ],
    [
      'preload',
      'src/preload/planted.ts',
      "import { badRequest } from '../main/bridge/answer'\nexport const x = badRequest",
    ],
    [
      'emulators',
      'emulators/planted.ts',
      "import { badRequest } from '../src/main/bridge/answer'\nexport const x = badRequest",
    ],
  ])('%s refuses in %s: %s', (project, file, code) => {
    expect(complaints(project, file, code)).not.toEqual([])
    expect(complaints(project, file, 'export const x = 1')).toEqual([])
  })
})

/** Type-checks one project with a file planted in memory, and gives the complaints about that file. */
function complaints(project: string, file: string, code: string): string[] {
  const planted = resolve(file)
  const config = ts.getParsedCommandLineOfConfigFile(
    `tsconfig.${project}.json`,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(String(diagnostic.messageText))
      },
    },
  )
  if (config === undefined) throw new Error(`No such project: ${project}`)
  const host = ts.createCompilerHost(config.options)
  const { getSourceFile, fileExists } = host
  host.fileExists = (name) => name === planted || fileExists(name)
  host.getSourceFile = (name, options) =>
    name === planted ? ts.createSourceFile(name, code, options) : getSourceFile(name, options)

  const program = ts.createProgram({
    rootNames: [planted],
    options: { ...config.options, noEmit: true },
    projectReferences: config.projectReferences ?? [],
    host,
  })
  const source = program.getSourceFile(planted)
  return [...program.getOptionsDiagnostics(), ...program.getSemanticDiagnostics(source)]
    .filter((diagnostic) => diagnostic.file === undefined || diagnostic.file === source)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}
