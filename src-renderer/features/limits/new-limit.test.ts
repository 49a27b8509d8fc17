import { describe, expect, test } from 'vitest'
import { contract } from '../../../src-shared/contract/contract.ts'
import { storedName } from './changes.ts'
import { limitRows } from './limit-row.ts'
import { nameFault, rateFault, wholeFault } from './new-limit.ts'
import { v1Limit, v2Limit } from './test-rows.ts'

const rows = limitRows(
  { v1: [v1Limit({ tag: 'ftp' })], v2: [v2Limit({ name: 'tag:gpu' }), v2Limit({ name: 'db' })] },
  'v2',
)

describe('the name of a new limit', () => {
  test.each<['tag' | 'global', string, 'v1' | 'v2', string | null]>([
    ['tag', 'cpu', 'v2', null],
    ['tag', 'db', 'v2', null],
    ['tag', 'ftp', 'v2', null],
    ['global', 'gpu', 'v2', null],
    ['tag', 'a/b', 'v1', null],
    ['tag', ' ', 'v2', 'Give the tag'],
    ['global', '', 'v2', 'Give a name'],
    ['tag', 'gpu', 'v2', 'There is such a limit already: edit it instead'],
    ['global', 'db', 'v2', 'There is such a limit already: edit it instead'],
    ['tag', 'ftp', 'v1', 'There is such a limit already: edit it instead'],
    [
      'tag',
      'a/b & c/d',
      'v2',
      'A limit for a tag with / & cannot be created: Prefect refuses / % & > < in its name',
    ],
    [
      'global',
      '100%',
      'v2',
      'A limit with % cannot be created: Prefect refuses / % & > < in its name',
    ],
    [
      'global',
      'tag:gpu',
      'v2',
      'A name that begins with tag: or deployment: is a limit of another kind',
    ],
  ])('%s %j in %s: %j', (...[kind, name, table, fault]) => {
    expect(nameFault({ kind, name, table }, rows)).toBe(fault)
  })

  test.each(['/', '%', '&', '>', '<'])('with %s is what the contract refuses', (character) => {
    const name = storedName('tag', character, 'v2')
    const input = contract.concurrencyLimitsV2.createConcurrencyLimit.input
    expect(input.safeParse({ name, limit: 1 }).success).toBe(false)
  })
})

test.each<[number | string, string | null]>([
  [0, null],
  ['7', null],
  ['', 'Give a number'],
  [-1, 'Give a whole number, 0 or more'],
  [1.5, 'Give a whole number, 0 or more'],
  ['-', 'Give a whole number, 0 or more'],
  [2 ** 60, 'Give a whole number, 0 or more'],
])('%j as a number of slots: %j', (typed, fault) => {
  expect(wholeFault(typed)).toBe(fault)
})

test.each<[number | string, string | null]>([
  ['', null],
  [0.05, null],
  ['-', 'Give a number, 0 or more'],
  [-0.5, 'Give a number, 0 or more'],
])('%j as a rate: %j', (typed, fault) => {
  expect(rateFault(typed)).toBe(fault)
})
