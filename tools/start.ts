import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseCommandLine } from '../src-main/app/command-line.ts'
import {
  electronEnvironment,
  electronProgram,
  electronSwitches,
  fetchElectron,
  hasDisplay,
  isRootOnLinux,
} from './electron-runtime.ts'

// `npm start`: the desktop app, or the browser host where the app cannot run.
//
//   node tools/start.ts [options] [PATH]

const root = join(import.meta.dirname, '..')
const words = process.argv.slice(2)

/** An end that comes sooner, in milliseconds, is taken for a desktop that cannot run here. */
const atOnce = 10_000

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}

/** True for words that end with an answer, right or wrong, and need no window. */
function needNoWindow(): boolean {
  try {
    const { help, version } = parseCommandLine(words)
    return help || version
  } catch {
    return true
  }
}

/** Why the desktop app cannot run here; the path of Electron's program if it can. */
async function findDesktop(): Promise<{ program: string } | { reason: string }> {
  if (!hasDisplay()) return { reason: 'There is no display' }
  if (!electronProgram()) await fetchElectron()
  const program = electronProgram()
  return program ? { program } : { reason: 'Electron is not here and could not be fetched' }
}

/** Runs the desktop app until it ends; false if it could not run. */
function runDesktop(program: string): Promise<boolean> {
  if (isRootOnLinux()) say('Electron runs without its sandbox, for it has none for root.')
  const began = performance.now()
  const child = spawn(program, [...electronSwitches(), root, ...words], {
    stdio: 'inherit',
    env: electronEnvironment(),
  })
  let told = false
  // Ctrl-C reaches the app by itself; said twice, it would not let it end a write.
  process.on('SIGINT', () => (told = true))
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      told = true
      child.kill(signal)
    })
  }
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('close', (code) => {
      process.exitCode = told ? 0 : (code ?? 1)
      resolve(told || code === 0 || performance.now() - began > atOnce)
    })
  })
}

async function runBrowserHost(): Promise<void> {
  process.exitCode = 0
  process.removeAllListeners('SIGINT')
  process.removeAllListeners('SIGTERM')
  process.removeAllListeners('SIGHUP')
  // It reads the same words from the same place.
  await import('../out/main/server.js' as string)
}

async function start(): Promise<void> {
  if (needNoWindow()) return await runBrowserHost()
  const desktop = await findDesktop()
  if ('program' in desktop && (await runDesktop(desktop.program))) return
  const reason = 'reason' in desktop ? desktop.reason : 'The desktop app could not run'
  say(`${reason}, so Sluice opens in the browser.`)
  await runBrowserHost()
}

await start()
