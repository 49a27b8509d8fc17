import type { ReactNode } from 'react'
import type { TagCount } from '../../../src-shared/contract/schemas/facet.ts'
import type { TableColumn } from '../../components/data-table/table-column.ts'
import { Nothing } from '../../components/nothing.tsx'
import { count } from '../../lib/numbers.ts'
import { taggedLink } from '../../lib/screen-link.ts'
import classes from './tags.module.css'

type Counted = 'flows' | 'flowRuns' | 'deployments' | 'taskRuns'

const titles: Readonly<Record<Counted, string>> = {
  flows: 'Flows',
  flowRuns: 'Flow runs',
  deployments: 'Deployments',
  taskRuns: 'Task runs',
}

/** What a link that counts says to those who hear it. */
const leadsTo: Readonly<Record<Counted, string>> = {
  flows: 'flows with the tag',
  flowRuns: 'flow runs with the tag',
  deployments: 'deployments with the tag',
  taskRuns: 'task runs with the tag; leads to their flow runs, for',
}

function CountLink({ of, row }: { of: Counted; row: TagCount }): ReactNode {
  const number = row[of]
  if (number === 0) return <Nothing />
  return (
    <a
      className={classes['count']}
      tabIndex={-1}
      href={taggedLink[of](row.tag)}
      aria-label={`${count(number)} ${leadsTo[of]} ${row.tag}`}
      onClick={(event) => event.stopPropagation()}
    >
      {count(number)}
    </a>
  )
}

function countColumn(of: Counted): TableColumn<TagCount> {
  return {
    id: of,
    title: titles[of],
    width: 140,
    align: 'right',
    sortValue: (row) => row[of] || null,
    text: (row) => String(row[of]),
    cell: (row) => <CountLink of={of} row={row} />,
  }
}

/** The columns of the table of tags. */
export const tagColumns: readonly TableColumn<TagCount>[] = [
  {
    id: 'tag',
    title: 'Tag',
    width: 260,
    grows: true,
    fixed: true,
    sortValue: ({ tag }) => tag,
    text: ({ tag }) => tag,
    cell: ({ tag }) => (
      <span className={classes['tag']} title={tag}>
        {tag === '' ? '(empty text)' : tag}
      </span>
    ),
  },
  countColumn('flows'),
  countColumn('flowRuns'),
  countColumn('deployments'),
  countColumn('taskRuns'),
]
