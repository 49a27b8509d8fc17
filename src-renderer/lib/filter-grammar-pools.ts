import { isOneOf } from './filter-grammar-leaves.ts'
import type { FilterField } from './filter-grammar-types.ts'

/** Prefect's `WorkPoolFilter`. */
export const poolFields: readonly FilterField[] = [
  { key: 'name', title: 'name', leaves: [isOneOf('texts', { facet: 'work_pool.name' })] },
  { key: 'type', title: 'type', leaves: [isOneOf('texts', { facet: 'work_pool.type' })] },
  { key: 'id', title: 'id', leaves: [isOneOf('ids', { facet: 'work_pool.id' })] },
]

/** Prefect's `WorkQueueFilter`. */
export const queueFields: readonly FilterField[] = [
  {
    key: 'name',
    title: 'name',
    leaves: [
      isOneOf('texts', { facet: 'work_queue.name' }),
      {
        path: ['startswith_'],
        kind: 'texts',
        title: 'Begins with one of',
        words: { before: 'begins with', between: 'or' },
        trap: '% stands for any text and _ for any character. A to Z match in either case.',
      },
    ],
  },
  { key: 'id', title: 'id', leaves: [isOneOf('ids', { facet: 'work_queue.id' })] },
]
