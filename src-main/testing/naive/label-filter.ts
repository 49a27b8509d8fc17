import type { LabelEntry } from '../../../src-shared/contract/schemas/label-entry.ts'
import type {
  LabelCondition,
  LabelFilter,
  LabelMatch,
} from '../../../src-shared/contract/schemas/label-filter.ts'

/** What a label filter says of labels, by its doc comment alone. */
export function naiveLabelFilter(
  { operator, conditions }: LabelFilter,
  entries: readonly LabelEntry[],
): boolean {
  const holds = conditions.map((condition) => holdsOf(condition, entries))
  return operator === 'and_' ? holds.every(Boolean) : holds.some(Boolean)
}

function holdsOf(condition: LabelCondition, entries: readonly LabelEntry[]): boolean {
  const entry = entries.find(({ key }) => key === condition.key)
  if (condition.is === 'has') return entry !== undefined
  if (condition.is === 'has_not') return entry === undefined
  const isSame = entry !== undefined && isValue(entry, condition.value)
  return condition.is === 'is' ? isSame : !isSame
}

function isValue({ kind, text }: LabelEntry, { type, value }: LabelMatch): boolean {
  if (kind !== type) return false
  if (type === 'integer') return BigInt(text) === BigInt(value)
  return type === 'float' ? Number(text) === Number(value) : text === value
}
