import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { electronProgram, fetchElectron, hasDisplay, isRootOnLinux } from './electron-runtime.ts'

// `npm run test:desktop`: the stories and the desktop's own tests, in Electron.
//
//   node tools/test-desktop.ts [options of playwright test]
//
// SLUICE_TEST_ELECTRON names the folder of the Electron that is to be used; without it, it is the
// one of node_modules. Without a display, a virtual one is used.

const root = join(import.meta.dirname, '..')

/** What a Linux without a desktop lacks for Electron, as Debian names it. */
const debianPackages = [
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'fonts-dejavu-core',
]

function succeeds(program: string, ...words: string[]): boolean {
  return spawnSync(program, words, { stdio: 'ignore' }).status === 0
}

/** True if a virtual display can be had. */
function canPretendDisplay(): boolean {
  if (succeeds('which', 'xvfb-run')) return true
  if (!isRootOnLinux() || !succeeds('which', 'apt-get')) return false
  process.stderr.write('Installing a virtual display\n')
  return (
    succeeds('apt-get', 'update', '-qq') &&
    succeeds('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...debianPackages)
  )
}

async function readyOrReason(): Promise<string | null> {
  const chosen = process.env['SLUICE_TEST_ELECTRON']
  if (chosen) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = chosen
  else if (!electronProgram()) await fetchElectron()
  if (!electronProgram()) {
    return chosen
      ? `There is no Electron in ${chosen}.`
      : 'Electron is not here and could not be fetched. SLUICE_TEST_ELECTRON may name the folder of another.'
  }
  if (hasDisplay() || canPretendDisplay()) return null
  return 'There is no display and no xvfb-run to stand in for one.'
}

function runTests(): number {
  const playwright = join(root, 'node_modules/@playwright/test/cli.js')
  const config = join(root, 'e2e/desktop/playwright.config.ts')
  const words = [playwright, 'test', '-c', config, ...process.argv.slice(2)]
  const [program, ...rest] = hasDisplay()
    ? [process.execPath, ...words]
    : ['xvfb-run', '-a', '-s', '-screen 0 1920x1080x24', process.execPath, ...words]
  return spawnSync(program ?? '', rest, { stdio: 'inherit', cwd: root }).status ?? 1
}

const reason = await readyOrReason()
if (reason !== null) process.stderr.write(`${reason}\n`)
process.exitCode = reason === null ? runTests() : 1
