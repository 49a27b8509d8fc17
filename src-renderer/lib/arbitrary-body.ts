import * as fc from 'fast-check'
import { runFilters } from '../../src-shared/contract/schemas/filter-bodies.ts'
import {
  groupsOf,
  shortBody,
  type FilterBody,
  type FilterGroup,
  type FilterScreen,
} from './filter-body.ts'
import { fieldValue } from './filter-field-value.ts'
import type { FilterField, LeafKind } from './filter-grammar-types.ts'
import { grammar } from './filter-grammar.ts'
import { stateTypes } from './states.ts'

const moment = fc
  .date({ min: new Date('0100-01-01'), max: new Date('9990-01-01'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 23)}000Z`)

const values: Readonly<Record<LeafKind, fc.Arbitrary<unknown>>> = {
  ids: fc.array(fc.uuid(), { maxLength: 3 }),
  texts: fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
  like: fc.string({ unit: 'binary' }),
  states: fc.array(fc.constantFrom(...stateTypes), { maxLength: 3 }),
  moment,
  flag: fc.boolean(),
  integer: fc.maxSafeInteger(),
}

const operator = fc.constantFrom('and_' as const, 'or_' as const)

function arbitraryField(field: FilterField): fc.Arbitrary<unknown> {
  const leaves = fc.tuple(
    ...field.leaves.map((leaf) => fc.option(values[leaf.kind], { nil: undefined })),
  )
  return fc.tuple(leaves, operator).map(([given, joined]) => {
    const filled = field.leaves.reduce<unknown>(
      (before, leaf, index) => fieldValue(before, leaf.path, given[index]),
      undefined,
    )
    return field.hasOperator ? (fieldValue(filled, ['operator'], joined) ?? {}) : (filled ?? {})
  })
}

function arbitraryGroup(group: FilterGroup): fc.Arbitrary<object> {
  const fields = grammar[group].fields.map((field) => [field.key, arbitraryField(field)] as const)
  return fc
    .tuple(operator, fc.record(Object.fromEntries(fields), { requiredKeys: [] }))
    .map(([joined, tree]) => (joined === 'or_' ? { operator: joined, ...tree } : tree))
}

/** Bodies of every form that a screen's endpoint takes, as short as they can be said. */
export function arbitraryBody(screen: FilterScreen): fc.Arbitrary<FilterBody> {
  const groups = groupsOf[screen].map((group) => [group, arbitraryGroup(group)] as const)
  return fc
    .record(Object.fromEntries(groups), { requiredKeys: [] })
    .map((body) => shortBody(runFilters.parse(body)))
}
