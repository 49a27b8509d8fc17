import { allTags, contains, isNoneOf, isOneOf, noTags } from './filter-grammar-leaves.ts'
import type { FilterField } from './filter-grammar-types.ts'

/** Prefect's `FlowFilter`. */
export const flowFields: readonly FilterField[] = [
  { key: 'name', title: 'name', leaves: [contains, isOneOf('texts', { facet: 'flow.name' })] },
  {
    key: 'tags',
    title: 'tags',
    hasOperator: true,
    leaves: [allTags('flow.tags'), noTags],
    trap: 'Prefect asks a flow only for all of the tags, not for any of them.',
  },
  {
    key: 'deployment',
    title: 'deployment',
    hasOperator: true,
    leaves: [
      {
        path: ['is_null_'],
        kind: 'flag',
        title: 'Has a deployment',
        words: { whenTrue: 'is not there', whenFalse: 'is there' },
      },
    ],
  },
  {
    key: 'id',
    title: 'id',
    leaves: [isOneOf('ids', { facet: 'flow.id' }), isNoneOf('ids', { facet: 'flow.id' })],
  },
]
