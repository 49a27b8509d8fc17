import { describe, expect, test } from 'vitest'
import { parseCommandLine, UsageError } from './command-line.ts'

const defaults = {
  database: null,
  demo: false,
  port: 0,
  readOnly: false,
  open: true,
  help: false,
  version: false,
}

test.each([
  [[], {}],
  [['--database', 'a.db'], { database: 'a.db' }],
  [['--database=a.db'], { database: 'a.db' }],
  [['a b.db'], { database: 'a b.db' }],
  [['--', '--odd.db'], { database: '--odd.db' }],
  [['--port', '0'], { port: 0 }],
  [['--port', '65535'], { port: 65_535 }],
  [['--read-only', '--no-open', 'a.db'], { readOnly: true, open: false, database: 'a.db' }],
  [['--demo', '--read-only'], { demo: true, readOnly: true }],
  [['--help'], { help: true }],
  [['--version'], { version: true }],
])('%j is understood', (words, said) => {
  expect(parseCommandLine(words)).toEqual({ ...defaults, ...said })
})

describe('is refused with the reason', () => {
  test.each([
    [['--port', '65536'], '--port takes a number from 0 to 65535'],
    [['--port', '1e3'], '--port takes a number'],
    [['--port', ''], '--port takes a number'],
    [['--port=-1'], '--port takes a number'],
    [['a.db', 'b.db'], 'Name one database only'],
    [['a.db', '--database', 'a.db'], 'Name the database once'],
    [['a.db', '--demo'], 'Name a database or --demo, not both'],
    [['--readonly'], '--readonly'],
    [['--read-only=yes'], '--read-only'],
    [['--database'], '--database'],
  ])('%j', (words, reason) => {
    expect(() => parseCommandLine(words)).toThrow(UsageError)
    expect(() => parseCommandLine(words)).toThrow(reason)
  })
})
