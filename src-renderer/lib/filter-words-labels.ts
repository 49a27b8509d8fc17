import type { Labelled } from '../../src-shared/contract/schemas/facet.ts'
import type {
  LabelCondition,
  LabelFilters,
  LabelMatch,
} from '../../src-shared/contract/schemas/label-filter.ts'

/** A label's types, as they are called on screen. */
export const labelTypeWords: Readonly<Record<LabelMatch['type'], string>> = {
  string: 'text',
  integer: 'whole number',
  float: 'decimal',
  boolean: 'true or false',
}

/** The conditions on a label, as they are called on screen. */
export const labelAskWords: Readonly<Record<LabelCondition['is'], string>> = {
  has: 'is there',
  has_not: 'is not there',
  is: 'is',
  is_not: 'is not',
}

const ownerWords: Readonly<Record<Labelled, string>> = {
  flows: 'flow label',
  flow_runs: 'flow run label',
  deployments: 'deployment label',
}

function valueWords({ type, value }: LabelMatch): string {
  return type === 'string' ? `“${value}”` : value
}

/** What a label's chip says: "flow label team is “data”". */
export function labelWords(of: Labelled, condition: LabelCondition): string {
  const said = `${ownerWords[of]} ${condition.key} ${labelAskWords[condition.is]}`
  return 'value' in condition ? `${said} ${valueWords(condition.value)}` : said
}

/** The label filters with a condition in a place; undefined takes it away, one past the end adds it. */
export function withCondition(
  labels: LabelFilters,
  place: { of: Labelled; index: number },
  condition: LabelCondition | undefined,
): LabelFilters {
  const { [place.of]: filter, ...others } = labels
  const { operator = 'and_', conditions: before = [] } = filter ?? {}
  const conditions = condition
    ? [...before.slice(0, place.index), condition, ...before.slice(place.index + 1)]
    : before.toSpliced(place.index, 1)
  return conditions.length > 0 ? { ...labels, [place.of]: { operator, conditions } } : others
}
