import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { electronProgram, electronSwitches } from '../electron-runtime.ts'
import { startHost } from './host-bench.ts'

/** How long a host takes from the start of its process to the first rows, in milliseconds. */
export interface StartResult {
  readonly host: 'browser' | 'desktop'
  readonly runs: readonly number[]
  readonly p50: number
}

const starts = 5
const root = join(import.meta.dirname, '../..')

function result(host: StartResult['host'], runs: readonly number[]): StartResult {
  const sorted = runs.toSorted((a, b) => a - b)
  return { host, runs, p50: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN }
}

/** The browser host: until the first page of flows has come over the wire. */
async function startOfBrowserHost(entry: string, database: string): Promise<number> {
  const began = performance.now()
  const host = await startHost(entry, database)
  await host.call('flows.readFlows', { limit: 50 })
  const took = performance.now() - began
  await host.stop()
  return took
}

/** The desktop host: until a row stands in the window. */
async function startOfDesktop(database: string): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'sluice-bench-'))
  const began = performance.now()
  const application = await _electron.launch({
    args: [...electronSwitches(), root, '--read-only', database],
    env: { ...process.env, SLUICE_HOME: home } as Record<string, string>,
  })
  try {
    const page = await application.firstWindow()
    await page.locator('[role="row"][aria-rowindex="2"]').waitFor()
    return performance.now() - began
  } finally {
    await application.close()
    rmSync(home, { recursive: true, force: true })
  }
}

/** Whether the desktop app can be started here: its program and a display are needed. */
function hasDesktop(): boolean {
  const display = process.platform !== 'linux' || Boolean(process.env['DISPLAY'])
  return display && electronProgram() !== null
}

/** Starts each host a few times on the file; the desktop only where it can run. */
export async function measureStarts(entry: string, database: string): Promise<StartResult[]> {
  const browser: number[] = []
  const desktop: number[] = []
  for (let start = 0; start < starts; start += 1) {
    browser.push(await startOfBrowserHost(entry, database))
    if (hasDesktop()) desktop.push(await startOfDesktop(database))
  }
  const results = [result('browser', browser)]
  return desktop.length > 0 ? [...results, result('desktop', desktop)] : results
}

/** The starts in words, a line a host. */
export function startLines(results: readonly StartResult[]): string {
  const lines = results.map(({ host, p50 }) => `${host} host: ${p50.toFixed(0)} ms`)
  return ['From process start to first rows (median)', ...lines].join('\n')
}
