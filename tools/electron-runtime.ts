import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

// Where Electron's program lies, and how it is got: npm brings the package, not the program itself.

const manifest = createRequire(import.meta.url).resolve('electron/package.json')
const folder = dirname(manifest)

/** How long the place that has Electron may take to answer, in milliseconds. */
const patience = 8000

/** How long fetching may take: from there, or out of the cache of an earlier install. */
const longest = { there: 15 * 60_000, cache: 20_000 }

/** Path of Electron's program; null if it is not on this machine. */
export function electronProgram(): string | null {
  const fetched = join(folder, 'path.txt')
  const name = existsSync(fetched) ? readFileSync(fetched, 'utf8') : 'electron'
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const program = join(override || join(folder, 'dist'), name)
  return existsSync(program) ? program : null
}

/** Gets Electron's program as its package would, but never waits for a network that is not there. */
export async function fetchElectron(): Promise<void> {
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  const there = await answers(version)
  if (there) process.stderr.write(`Fetching Electron ${version}; this happens once\n`)
  await new Promise<void>((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], {
      stdio: ['ignore', 'ignore', there ? 'inherit' : 'ignore'],
      timeout: there ? longest.there : longest.cache,
    })
    child.once('close', () => resolve())
    child.once('error', () => resolve())
  })
}

/** Whether the place answers that has this version, by the same settings that Electron's package reads. */
async function answers(version: string): Promise<boolean> {
  const mirror = process.env['ELECTRON_MIRROR'] || process.env['npm_config_electron_mirror']
  const place = mirror || 'https://github.com/electron/electron/releases/download/'
  try {
    const url = new URL(`v${version}/SHASUMS256.txt`, place)
    const signal = AbortSignal.timeout(patience)
    return (await fetch(url, { method: 'HEAD', signal })).ok
  } catch {
    return false
  }
}

/** Whether a window can be shown. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/** True if this is the super-user of a Linux, to whom Chromium refuses its sandbox. */
export function isRootOnLinux(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}

/** What Electron must be told here: its sandbox is left on but for root, whom it would not start for. */
export function electronSwitches(): string[] {
  return isRootOnLinux() ? ['--no-sandbox'] : []
}

/** The environment in which Electron is Electron, whatever started this program. */
export function electronEnvironment(): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...environment } = process.env
  return environment
}
