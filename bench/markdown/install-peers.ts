import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { platform } from 'node:process'

const FOLDER = 'bench/peers'

/** Installs what ours is measured beside, unless it is there: only this bench needs it. */
export async function installPeers(): Promise<void> {
  if (await isInstalled()) return
  console.error('▸ Installing the peers (npm ci in bench/peers)')
  const child = spawn('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: platform === 'win32',
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  if (code !== 0) throw new Error('The peers could not be installed: run `npm ci` in bench/peers to see why.')
}

/** Whether every package is there in the version that is asked for. */
async function isInstalled(): Promise<boolean> {
  const wanted = (await readJson('package.json'))['dependencies'] as Readonly<Record<string, string>>
  const versions = Object.entries(wanted).map(async ([name, version]) => {
    const file = join('node_modules', name, 'package.json')
    return existsSync(join(FOLDER, file)) && (await readJson(file))['version'] === version
  })
  return (await Promise.all(versions)).every(Boolean)
}

async function readJson(file: string): Promise<Readonly<Record<string, unknown>>> {
  return JSON.parse(await readFile(join(FOLDER, file), 'utf8')) as Record<string, unknown>
}
