import type { Operator } from './wire.ts'

/** SQL's three values; a row is taken only where the whole is true. */
export type Truth = boolean | null

/** The parts of one filter object that were set, joined: none at all is true. */
export function join(operator: Operator | undefined, parts: readonly Truth[]): Truth {
  if (parts.length === 0) return true
  return operator === 'or_' ? either(parts) : both(parts)
}

/** SQL's AND. */
export function both(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false
  return parts.includes(null) ? null : true
}

/** SQL's OR. */
export function either(parts: readonly Truth[]): Truth {
  if (parts.includes(true)) return true
  return parts.includes(null) ? null : false
}

/** SQL's NOT. */
export function not(truth: Truth): Truth {
  return truth === null ? null : !truth
}
