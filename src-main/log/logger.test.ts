import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileLog } from './logger.ts'

let folder: string

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'sluice-log-'))))
afterEach(() => rmSync(folder, { recursive: true }))

test('a line is JSON: time, level, event and fields; nobody else may read it', () => {
  const log = fileLog(join(folder, 'new', 'sluice.log'))
  log.info('slow', { operation: 'flows.readFlows', milliseconds: 1200 })
  log.error('internal', { stack: 'Error: a\n  at b' })
  const lines = readFileSync(log.file, 'utf8').trimEnd().split('\n')
  const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(parsed).toMatchObject([
    { level: 'info', event: 'slow', operation: 'flows.readFlows', milliseconds: 1200 },
    { level: 'error', event: 'internal', stack: 'Error: a\n  at b' },
  ])
  expect(Date.parse(String(parsed[0]?.['time']))).toBeGreaterThan(0)
  expect(statSync(log.file).mode & 0o077).toBe(process.platform === 'win32' ? 0o66 : 0)
})

test('a file that has grown large is put aside, the one before it dropped', () => {
  const file = join(folder, 'sluice.log')
  writeFileSync(file, 'x'.repeat(5_000_001))
  writeFileSync(`${file}.1`, 'the one before')
  fileLog(file).info('began')
  expect(readFileSync(file, 'utf8')).toContain('"began"')
  expect(readFileSync(`${file}.1`, 'utf8').startsWith('xxx')).toBe(true)
  expect(readdirSync(folder).toSorted()).toEqual(['sluice.log', 'sluice.log.1'])
})

test('a log that cannot be written stops nobody', () => {
  writeFileSync(join(folder, 'a file'), '')
  const log = fileLog(join(folder, 'a file', 'sluice.log'))
  log.info('lost')
  log.error('lost too')
  expect(readdirSync(folder)).toEqual(['a file'])
})
