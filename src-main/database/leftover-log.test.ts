import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { backendBed, type BackendBed } from '../testing/backend-bed.ts'
import { fileDigest } from '../testing/file-digest.ts'
import { leaveUnfinished, type LeftFile } from '../testing/leftover-log.ts'
import { TestProcesses } from '../testing/test-processes.ts'
import { openFile } from './open-file.ts'
import { Session } from './session.ts'

let bed: BackendBed
let left: LeftFile

beforeAll(() => void (bed = backendBed(inject('workerFile'))))
afterAll(() => bed.close())
afterEach(() => left.remove())

describe('a log that a killed process left', () => {
  test.each([false, true])(
    'is read, and neither taken into the file nor dropped (with -shm: %s)',
    async (shm) => {
      left = leaveUnfinished((file) => file.add.flow({ name: 'last' }), { shm })
      const before = fileDigest(left.path)
      expect(await bed.open(left.path)).toMatchObject({ access: 'read_write', copied: false })
      expect(await bed.value('flows.readFlows', {})).toMatchObject([{ name: 'last' }])
      expect(await bed.value('flows.countFlows', {})).toBe(1)
      bed.backend.close()
      await bed.processes.ended()
      expect(fileDigest(left.path)).toBe(before)
    },
  )

  test('is added to by a command, and readable to the next who opens the file', async () => {
    left = leaveUnfinished((file) => file.add.flow({ name: 'last' }))
    await bed.open(left.path)
    await bed.value('flows.createFlow', { name: 'ours' })
    bed.backend.close()
    await bed.processes.ended()
    await bed.open(left.path, true)
    const flows = await bed.value('flows.readFlows', {})
    expect(flows).toMatchObject([{ name: 'last' }, { name: 'ours' }])
    bed.backend.close()
    await bed.processes.ended()
  })
})

describe('a file on a network share', () => {
  test('is only read, with a sentence why, and no byte of it changes', async () => {
    left = leaveUnfinished((file) => file.add.flow({ name: 'last' }))
    const before = fileDigest(left.path)
    const processes = new TestProcesses(inject('workerFile'))
    const session = new Session({
      path: left.path,
      readOnly: false,
      spawn: processes.spawn,
      copiesFolder: left.folder,
      fileSystemType: () => Promise.resolve(0x6969),
      onEvent: () => {},
    })
    await session.settled()
    expect(session.state()).toMatchObject({ access: 'read_only', copied: false, error: null })
    expect(session.state().reason).toMatch(/^The file lies on NFS;/)
    session.close()
    await processes.ended()
    expect(fileDigest(left.path)).toBe(before)
  })
})

describe('a copy', () => {
  test('is made of a file whose -shm SQLite cannot make, its log with it', async () => {
    left = leaveUnfinished((file) => file.add.flow({ name: 'last' }))
    const copiesFolder = mkdtempSync(join(tmpdir(), 'sluice-copies-'))
    const processes = new TestProcesses(inject('workerFile'))
    const opened: string[] = []
    const open = openFile({
      path: left.path,
      copiesFolder,
      fileSystemType: () => Promise.resolve(0x6969),
      // As it is on a file system that lets SQLite make no file: only the copy can be opened.
      spawn: () => {
        const handle = processes.spawn()
        return {
          ...handle,
          onMessage: (listen) =>
            handle.onMessage((message) => {
              const cannot = message.kind === 'opened' && opened.at(-1) === left.path
              const error = {
                kind: 'app',
                code: 'database_unavailable',
                message: 'No',
                details: undefined,
              } as const
              listen(cannot ? { kind: 'unopened', cannotOpen: true, error } : message)
            }),
          send: (message) => {
            if (message.kind === 'open') opened.push(message.path)
            handle.send(message)
          },
        }
      },
    })
    const { pool, copied } = await open
    const copy = opened.at(-1) ?? ''
    expect(copied).toBe(true)
    expect(copy.startsWith(copiesFolder)).toBe(true)
    expect(readFileSync(copy)).toEqual(readFileSync(left.path))
    expect(existsSync(`${copy}-wal`)).toBe(true)
    pool.close()
    await processes.ended()
    expect(readdirSync(copiesFolder)).toHaveLength(1)
    rmSync(copiesFolder, { recursive: true })
  })
})
