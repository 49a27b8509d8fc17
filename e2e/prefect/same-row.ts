import { isDeepStrictEqual } from 'node:util'
import type { Row } from './subjects.ts'

/** Seconds that a length of time may have grown by between the two answers. */
const patience = 30
/** Less than a microsecond: two ways to count the same. */
const rounding = 1e-6

const growing = ['estimated_run_time', 'estimated_start_time_delta']

/**
 * The row with every time in one form: where the fraction is zero Prefect leaves it out. A list whose
 * order Prefect leaves to chance is sorted.
 */
export function normalRow(row: Row): Row {
  return normal(row) as Row
}

const wholeSecond = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)Z$/

function normal(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(wholeSecond, '$1.000000Z')
  if (Array.isArray(value)) return value.map(normal)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const isSet = key === 'pause_keys' && Array.isArray(inner)
      return [key, isSet ? inner.toSorted() : normal(inner)]
    }),
  )
}

/** True where two normal rows say the same, but for what grows while time passes. */
export function isSameRow(one: Row, other: Row): boolean {
  const fixed = (row: Row) =>
    Object.fromEntries(Object.entries(row).filter(([key]) => !growing.includes(key)))
  return (
    isDeepStrictEqual(fixed(one), fixed(other)) &&
    growing.every((key) => {
      const [first, second] = [one[key], other[key]]
      if (first === undefined || second === undefined) return first === second
      return Math.abs(Number(first) - Number(second)) <= (isLive(one) ? patience : rounding)
    })
  )
}

function isLive({ state_type: type, start_time: start }: Row): boolean {
  return type === 'RUNNING' || start === null
}
