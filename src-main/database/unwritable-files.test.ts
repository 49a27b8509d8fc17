import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, inject, test } from 'vitest'
import type { SessionState } from '../../src-shared/contract/schemas/session-state.ts'
import type { Reply } from '../../src-shared/contract/wire.ts'
import { fileDigest } from '../testing/file-digest.ts'
import { leaveUnfinished, type LeftFile } from '../testing/leftover-log.ts'
import { unprivileged } from '../testing/unprivileged.ts'

const program = join(import.meta.dirname, '../testing/open-and-ask.ts')
const prefix = unprivileged(program)

interface Answers {
  state: SessionState
  read: Reply
  count: Reply
  write: Reply
}

let left: LeftFile

afterEach(() => {
  chmodSync(left.folder, 0o755)
  left.remove()
})

/** Opens the file in a process for which permission bits count. */
function openAndAsk(): Answers {
  const line = [...(prefix ?? []), process.execPath, program, inject('workerFile'), left.path]
  const [command = '', ...words] = line
  const { stdout, stderr } = spawnSync(command, words, { encoding: 'utf8' })
  if (stderr) throw new Error(stderr)
  return JSON.parse(stdout) as Answers
}

function expectOnlyRead({ state, read, count, write }: Answers): void {
  expect(state).toMatchObject({ access: 'read_only', error: null })
  expect(read).toMatchObject({ ok: true, value: [{ name: 'first' }] })
  expect(count).toMatchObject({ ok: true, value: 1 })
  expect(write).toEqual({ ok: false, error: { code: 'read_only', message: state.reason } })
}

/** Closed properly: nothing waits in its log, and there is none. */
function leaveFinished(): LeftFile {
  return leaveUnfinished((file) => file.add.flow({ name: 'first' }), { log: false })
}

// Where permission bits cannot be made to count (Windows; root without setpriv) there is no
// unwritable file to be had.
describe.skipIf(prefix === null)('what may not be written', () => {
  test('for the file’s own permissions is read where it lies', () => {
    left = leaveFinished()
    chmodSync(left.path, 0o444)
    const before = fileDigest(left.path)
    const answers = openAndAsk()
    expectOnlyRead(answers)
    expect(answers.state).toMatchObject({
      copied: false,
      reason: 'The file may not be written, so it is open for reading only',
    })
    expect(fileDigest(left.path)).toBe(before)
  })

  test('for the file’s own permissions is read with the log that was left', () => {
    left = leaveUnfinished((file) => file.add.flow({ name: 'first' }))
    chmodSync(left.path, 0o444)
    const before = fileDigest(left.path)
    expectOnlyRead(openAndAsk())
    expect(fileDigest(left.path)).toBe(before)
  })

  test('for its folder’s permissions is read in a copy, and says so', () => {
    left = leaveFinished()
    chmodSync(left.folder, 0o555)
    const before = fileDigest(left.path)
    const answers = openAndAsk()
    expectOnlyRead(answers)
    expect(answers.state.copied).toBe(true)
    expect(answers.state.reason).toContain('so a copy of it is shown, for reading only')
    expect(fileDigest(left.path)).toBe(before)
    expect(readdirSync(left.folder)).toEqual(['prefect.db'])
  })

  test('for its folder’s permissions is read in a copy with the log that was left', () => {
    left = leaveUnfinished((file) => file.add.flow({ name: 'first' }))
    chmodSync(left.folder, 0o555)
    const before = fileDigest(left.path)
    const answers = openAndAsk()
    expectOnlyRead(answers)
    expect(answers.state.copied).toBe(true)
    expect(fileDigest(left.path)).toBe(before)
  })

  test('nor even read is said to be so', () => {
    left = leaveFinished()
    chmodSync(left.path, 0o000)
    const { state, read, write } = openAndAsk()
    const message = `${left.path} may not be read`
    expect(state).toMatchObject({
      access: 'closed',
      error: { code: 'database_unavailable', message },
    })
    expect([read, write]).toEqual([
      { ok: false, error: state.error },
      { ok: false, error: state.error },
    ])
    chmodSync(left.path, 0o644)
    expect(existsSync(`${left.path}-wal`)).toBe(false)
  })
})
