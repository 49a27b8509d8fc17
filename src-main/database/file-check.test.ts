import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '../../src-shared/errors/app-error.ts'
import { checkFile, networkFileSystem } from './file-check.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sluice-check-'))
  mkdirSync(join(folder, 'a folder'))
  writeFileSync(join(folder, 'empty.db'), '')
  writeFileSync(join(folder, 'some.db'), 'some text')
  symlinkSync(join(folder, 'some.db'), join(folder, 'link.db'))
  symlinkSync(join(folder, 'loop.db'), join(folder, 'loop.db'))
})

afterAll(() => rmSync(folder, { recursive: true }))

const local = 0xef53

async function refusal(name: string): Promise<string> {
  const error: unknown = await checkFile(join(folder, name)).catch((thrown: unknown) => thrown)
  if (!(error instanceof AppError)) throw new Error('was taken')
  expect(error.code).toBe('database_unavailable')
  return error.message.replace(folder, '')
}

describe('a file', () => {
  test('has a size and an identity, through a link too', async () => {
    const { size, dev, ino } = statSync(join(folder, 'some.db'))
    const expected = { size, identity: `${dev}:${ino}`, readOnlyReason: null }
    for (const name of ['some.db', 'link.db']) {
      expect(await checkFile(join(folder, name), () => Promise.resolve(local))).toEqual(expected)
    }
  })

  test.each([
    ['missing.db', 'There is no file /missing.db'],
    ['some.db/inside.db', 'There is no file /some.db/inside.db'],
    ['a folder', '/a folder is a folder, not a database'],
    ['empty.db', '/empty.db is empty'],
    ['loop.db', '/loop.db cannot be reached'],
  ])('is refused with the reason: %s', async (name, reason) => {
    expect(await refusal(name)).toBe(reason)
  })
})

describe('a file system', () => {
  test.each([
    ['ext', local],
    ['tmpfs', 0x01021994],
    ['btrfs', 0x9123683e],
    ['overlay', 0x794c7630],
    ['APFS on macOS', 0x1a],
  ])('of this machine alone is written: %s', async (_name, type) => {
    expect(networkFileSystem(type)).toBe(null)
    const check = await checkFile(join(folder, 'some.db'), () => Promise.resolve(type))
    expect(check.readOnlyReason).toBe(null)
  })

  test.each([
    ['NFS', 0x6969],
    ['CIFS', 0xff534d42],
    ['CIFS, as a signed number', 0xff534d42 | 0],
    ['SMB', 0xfe534d42],
    ['9P', 0x01021997],
    ['a virtual machine', 0x6a656a63],
    ['FUSE', 0x65735546],
  ])('that another system writes is only read, and says so: %s', async (_name, type) => {
    const check = await checkFile(join(folder, 'some.db'), () => Promise.resolve(type))
    expect(check.readOnlyReason).toMatch(/^The file lies on .+ open for reading only$/)
  })

  test('that cannot be asked for counts as local', async () => {
    const check = await checkFile(join(folder, 'some.db'), () => Promise.reject(new Error('no')))
    expect(check.readOnlyReason).toBe(null)
  })
})
