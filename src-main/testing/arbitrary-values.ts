import * as fc from 'fast-check'
import { testId } from './row-writer.ts'
import type { TableName } from './rows.ts'

/**
 * The values that random rows and random filters are both made of: few, so that they meet, and
 * chosen for what a comparison can get wrong.
 */

/** Names: case, wildcards, beyond ASCII, beyond the basic plane, what JSON and SQL escape. */
export const names = [
  'etl',
  'ETL',
  'e_l',
  'e%l',
  'etxl',
  'über',
  'ÜBER',
  'alpha',
  'Zeta',
  "it's",
  'back\\slash',
  '"q"',
  '😀 run',
  '\uf900',
  ' ',
] as const

/** Parts of names. */
export const nameParts = [
  '',
  'e',
  'TL',
  '_',
  '%',
  'e_l',
  'e%l',
  'ü',
  'Ü',
  'ÜB',
  '\\',
  "'",
  '😀',
  'zz',
]

/** Tags: as {@link names}, and texts that look like JSON. */
export const tags = ['a', 'b', 'A', 'ü', 'a"b', '\\', '%', '', '1', 'null', '😀', 'a\nb'] as const

/** Tags that Prefect would not write: no JSON, JSON5, another shape. */
export const strangeTags = [
  '["a", "b"',
  "['a']",
  '',
  'nonsense',
  '{"a": "b"}',
  '"a"',
  '[1, null, "a"]',
]

/** Other texts of a run. */
export const texts = ['default', 'Default', 'high_prio', '1', '', 'é'] as const

/** State names. */
export const stateNames = ['Completed', 'completed', 'Late', 'TimedOut', 'Ünusual'] as const

/** State types. */
export const stateTypes = ['SCHEDULED', 'PENDING', 'RUNNING', 'COMPLETED', 'FAILED'] as const

/** Moments as stored: neighbours to the microsecond, midnight, and a hand-written one without fraction. */
export const moments = [
  '2026-11-19 23:59:59.999999',
  '2026-11-20 00:00:00.000000',
  '2026-11-20 00:00:00.000001',
  '2026-11-20 00:00:00.001000',
  '2026-11-20 00:00:00',
  '2026-11-20 12:30:00.500000',
  '2027-01-01 00:00:00.000000',
] as const

/** Creators of a run: of each type, with the id in another form, of another shape, no JSON. */
export const creators = [
  { id: testId('deployment', 1), type: 'DEPLOYMENT', display_value: 'one' },
  { id: testId('deployment', 2), type: 'AUTOMATION', display_value: null },
  { id: null, type: 'DEPLOYMENT' },
  { type: 'deployment' },
  [testId('deployment', 1)],
  '{"type": "DEPLOYMENT"',
  'null',
] as const

/** One of a list, most often one of its first. */
export function pick<T>(values: readonly T[]): fc.Arbitrary<T> {
  const skewed = fc.tuple(fc.nat(values.length - 1), fc.nat(values.length - 1))
  return skewed.map(([one, other]) => values[Math.min(one, other)] as T)
}

/** A value, or now and then NULL. */
export function nullable<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(arbitrary, { nil: null, freq: 3 })
}

/** A list of tags: often empty, with duplicates. */
export const tagList = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 5, arbitrary: fc.array(pick(tags), { minLength: 1, maxLength: 3 }) },
)

/** {@link tagList}, or now and then what Prefect would not write. */
export const storedTags = fc.oneof(
  { weight: 4, arbitrary: tagList },
  { weight: 1, arbitrary: fc.constantFrom(...strangeTags) },
)

/** An id of one of a table's first rows, or of none. */
export function idOf(table: TableName, count: number): fc.Arbitrary<string> {
  return pick([...Array(count + 1).keys()]).map((index) => testId(table, index + 1))
}
