import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryBody } from './arbitrary-body.ts'
import type { FilterBody, FilterScreen } from './filter-body.ts'
import { filterCommand, filterCurl, prefectSort, shellWord } from './filter-copy.ts'

/** What a real shell makes of a command: its words. */
function wordsOf(command: string, environment: Record<string, string> = {}): string[] {
  const [name = ''] = command.split(' ')
  const script = `${name}() { printf '%s\\0' "$@"; }\n${command}`
  const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', ...environment }
  return execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8', env })
    .split('\0')
    .slice(0, -1)
}

const hostile = [`it's`, '$(date)', '`date`', '"', '\\', '!!', ' a  b ', '\n', '*', '~', '', '-x']

test('any text is one word of a shell', () => {
  const texts = [...hostile, ...fc.sample(fc.string({ unit: 'binary' }), 200)]
  // A shell's words hold no zero bytes; JSON has none either.
  const possible = texts.filter((text) => !text.includes('\0') && text.isWellFormed())
  expect(wordsOf(`x ${possible.map(shellWord).join(' ')}`)).toEqual(possible)
})

describe('curl', () => {
  test('sends the filter as it stands, with Prefect’s order and limit', () => {
    const filter: FilterBody = { flows: { name: { any_: hostile } } }
    const sort = { column: 'updated', descending: true }
    const words = wordsOf(filterCurl('flows', { filter, sort }))
    expect(words.slice(0, 6)).toEqual([
      '-sS',
      '-X',
      'POST',
      'http://127.0.0.1:4200/api/flows/filter',
      '-H',
      'Content-Type: application/json',
    ])
    expect(JSON.parse(words.at(-1) ?? '')).toEqual({ ...filter, sort: 'UPDATED_DESC', limit: 200 })
  })

  test('asks the API of the environment', () => {
    const words = wordsOf(filterCurl('runs', { filter: {} }), { PREFECT_API_URL: 'http://a/api' })
    expect(words[3]).toBe('http://a/api/flow_runs/filter')
    expect(JSON.parse(words.at(-1) ?? '')).toEqual({ sort: 'START_TIME_DESC', limit: 200 })
  })

  test('carries any filter through a shell', () => {
    const filters = fc.sample(arbitraryBody('deployments'), 40)
    const calls = filters.map((filter) => filterCurl('deployments', { filter }))
    // The body is a call's last word.
    const bodies = wordsOf(calls.join('\n')).filter(
      (_, index, all) => index % (all.length / 40) === all.length / 40 - 1,
    )
    expect(bodies.map((body) => JSON.parse(body) as unknown)).toEqual(
      filters.map((filter) =>
        JSON.parse(JSON.stringify({ ...filter, sort: 'NAME_ASC', limit: 200 })),
      ),
    )
  })
})

test('an order that Prefect has not is left out', () => {
  expect(prefectSort('flows', { column: 'created', descending: true })).toBe('CREATED_DESC')
  expect(prefectSort('flows', { column: 'created', descending: false })).toBeUndefined()
  expect(prefectSort('flows', { column: 'tags', descending: false })).toBeUndefined()
})

function commandWords(screen: FilterScreen, filter: FilterBody): string[] | null {
  const said = filterCommand(screen, { filter, labels: {} })
  return said === null ? null : wordsOf(said)
}

describe('the prefect command', () => {
  test('of runs takes flows by name and states', () => {
    const filter: FilterBody = {
      flows: { name: { any_: [`it's`, '-x'] } },
      flow_runs: { state: { type: { any_: ['FAILED'] }, name: { any_: ['Late', 'Mine'] } } },
    }
    expect(commandWords('runs', filter)).toEqual([
      ...`flow-run ls --flow-name it's --flow-name=-x`.split(' '),
      ...'--state Late --state Mine --state-type FAILED --limit 200'.split(' '),
    ])
  })

  test('of deployments takes flows by name', () => {
    expect(commandWords('deployments', { flows: { name: { any_: ['a b'] } } })).toEqual([
      'deployment',
      'ls',
      'a b',
    ])
    expect(commandWords('deployments', {})).toEqual(['deployment', 'ls'])
  })

  test('of flows takes nothing', () => {
    expect(commandWords('flows', {})).toEqual(['flow', 'ls', '--limit', '200'])
  })

  test.each<[string, FilterScreen, FilterBody]>([
    ['a filter that it has no option for', 'flows', { flows: { name: { like_: 'a' } } }],
    ['an empty object', 'runs', { flows: {} }],
    ['or', 'runs', { flow_runs: { state: { operator: 'or_', name: { any_: ['Late'] } } } }],
    [
      'a name that it would write otherwise',
      'runs',
      { flow_runs: { state: { name: { any_: ['LATE'] } } } },
    ],
    ['an empty list', 'runs', { flows: { name: { any_: [] } } }],
    [
      'a name that it would read as an option',
      'deployments',
      { flows: { name: { any_: ['-x'] } } },
    ],
  ])('is not there for %s', (_, screen, filter) => {
    expect(commandWords(screen, filter)).toBeNull()
  })

  test('is not there for what Prefect cannot ask', () => {
    const labels = {
      flows: { operator: 'and_' as const, conditions: [{ is: 'has' as const, key: 'a' }] },
    }
    expect(filterCommand('flows', { filter: {}, labels })).toBeNull()
    expect(filterCommand('flows', { filter: {}, labels: {}, neverRan: true })).toBeNull()
  })
})
