import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Words that stand before a command. */
export type Prefix = readonly string[]

/**
 * Ways to start a program for which permission bits count: as it is, unless this is root; root
 * without the capabilities that let it pass; as nobody.
 */
const ways: readonly Prefix[] = [
  [],
  ['setpriv', '--bounding-set=-dac_override,-dac_read_search'],
  ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'],
]

const attempt = `
  const { accessSync, constants, readFileSync } = require('node:fs')
  readFileSync(process.argv[1])
  try { accessSync(process.argv[2], constants.W_OK) } catch { process.exit(0) }
  process.exit(1)`

/**
 * The words to put before a command so that permission bits count for it; null where there is no
 * such way (on Windows, or as root without `setpriv`).
 *
 * @param program - what it must be able to read.
 */
export function unprivileged(program: string): Prefix | null {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-access-'))
  try {
    chmodSync(folder, 0o555)
    return ways.find((way) => obeysBits(way, program, folder)) ?? null
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function obeysBits(way: Prefix, program: string, folder: string): boolean {
  const [command = '', ...words] = [...way, process.execPath, '-e', attempt, program, folder]
  return spawnSync(command, words, { stdio: 'ignore' }).status === 0
}
