import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generateDatabase } from './generate-database.ts'
import { defaultParameters } from './parameters.ts'

const parameters = { ...defaultParameters, flows: 80, runs: 3000 }

let folder: string
let database: BetterSqlite3.Database

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sluice-test-'))
  generateDatabase(join(folder, 'one.db'), parameters)
  database = new BetterSqlite3(join(folder, 'one.db'), { readonly: true })
})

afterAll(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

function number(statement: string): number {
  return Number(database.prepare(statement).pluck().get())
}

function digest(name: string): string {
  return createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex')
}

test('the same parameters give the same file', () => {
  generateDatabase(join(folder, 'two.db'), parameters)
  expect(digest('two.db')).toBe(digest('one.db'))
})

test('the file is whole, and no row refers to what is not there', () => {
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(database.pragma('foreign_key_check')).toEqual([])
  expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
})

test('it holds as many rows as told, without statistics', () => {
  expect(number('SELECT count(*) FROM flow')).toBe(80)
  expect(number('SELECT count(*) FROM flow_run')).toBe(3000)
  const begun = number('SELECT count(*) FROM flow_run WHERE run_count > 0')
  expect(number('SELECT count(*) FROM task_run')).toBe(2 * begun)
  expect(number("SELECT count(*) FROM sqlite_master WHERE name = 'sqlite_stat1'")).toBe(0)
})

test('it is as uneven as stated', () => {
  const busiest = number('SELECT max(n) FROM (SELECT count(*) n FROM flow_run GROUP BY flow_id)')
  expect(busiest / 3000).toBeCloseTo(0.08, 1)
  expect(number('SELECT count(DISTINCT state_type) FROM flow_run')).toBe(9)
  expect(number("SELECT count(*) FROM flow_run WHERE state_type = 'CANCELLING'")).toBe(3)
  const pausing = "SELECT count(DISTINCT flow_id) FROM flow_run WHERE state_type = 'PAUSED'"
  expect(number(pausing)).toBe(1)
})

test('the state of a run is that of its last state row', () => {
  const differing =
    number(`SELECT count(*) FROM flow_run r JOIN flow_run_state s ON s.id = r.state_id
    WHERE s.type != r.state_type OR s.name != r.state_name OR s.timestamp != r.state_timestamp`)
  expect(differing).toBe(0)
  expect(number('SELECT count(*) FROM flow_run WHERE state_id IS NULL')).toBe(0)
})
