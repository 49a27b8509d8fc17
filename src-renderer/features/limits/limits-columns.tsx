import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import type { TableColumn } from '../../components/data-table/table-column.ts'
import { Moment } from '../../components/moment.tsx'
import { Nothing } from '../../components/nothing.tsx'
import { count } from '../../lib/numbers.ts'
import { slotsInUse } from '../../lib/slots.ts'
import { decayWords } from './decay-words.ts'
import { kindNote, kindWords, limitKinds, limitTitle, type LimitRow } from './limit-row.ts'
import classes from './limits.module.css'
import { RowActions, type LimitActs } from './row-actions.tsx'
import { SlotCell } from './slot-cell.tsx'

/** A limit's name; a deployment's limit has only an id. */
function Name({ row }: { row: LimitRow }): ReactNode {
  const isId = row.kind === 'deployment'
  return (
    <span className={isId ? classes['id'] : classes['name']} title={row.v2?.name ?? row.name}>
      {isId ? row.name.slice(0, 8) : row.name}
    </span>
  )
}

/** A limit's kind, muted where nobody asks for it. */
export function Kind({ row }: { row: LimitRow }): ReactNode {
  const note = kindNote(row)
  return (
    <Tooltip label={note} disabled={note === null}>
      <span className={note ? classes['idle'] : undefined}>{kindWords(row)}</span>
    </Tooltip>
  )
}

/** Fullest last; a limit of 0 counts as one of 1. */
function fullness(row: LimitRow): number {
  return slotsInUse(row, Date.now()) / Math.max(1, row.limit)
}

/** "3 of 4". */
function slotsText(row: LimitRow): string {
  return `${count(slotsInUse(row, Date.now()))} of ${count(row.limit)}`
}

/** The columns of the limit table. */
export function limitsColumns(acts: LimitActs): TableColumn<LimitRow>[] {
  return [
    {
      id: 'name',
      title: 'Name',
      width: 176,
      grows: true,
      fixed: true,
      sortValue: ({ name }) => name,
      text: (row) => row.v2?.name ?? row.name,
      cell: (row) => <Name row={row} />,
    },
    {
      id: 'kind',
      title: 'Kind',
      width: 112,
      // By the order of the kinds, not of their words; those of a kind by their names.
      sortValue: ({ kind, name }) => `${limitKinds.indexOf(kind)} ${name}`,
      text: kindWords,
      cell: (row) => <Kind row={row} />,
    },
    {
      id: 'slots',
      title: 'Slots',
      width: 240,
      sortValue: fullness,
      text: slotsText,
      cell: (row) => <SlotCell row={row} />,
    },
    {
      id: 'decay',
      title: 'Decay',
      width: 120,
      sortValue: (row) => row.slot_decay_per_second || null,
      text: (row) => decayWords(row.slot_decay_per_second) ?? '',
      cell: (row) => decayWords(row.slot_decay_per_second) ?? <Nothing />,
    },
    {
      id: 'active',
      title: 'Active',
      width: 76,
      sortValue: ({ active }) => (active ? 0 : 1),
      text: ({ active }) => (active ? 'Yes' : 'No'),
      cell: ({ active }) => (active ? 'Yes' : <span className={classes['inactive']}>No</span>),
    },
    {
      id: 'updated',
      title: 'Updated',
      width: 104,
      sortValue: ({ updated }) => updated,
      text: ({ updated }) => updated,
      cell: ({ updated }) => <Moment at={updated} />,
    },
    {
      id: 'actions',
      title: 'Actions',
      width: 104,
      align: 'right',
      text: () => '',
      cell: (row) => <RowActions row={row} {...acts} />,
    },
  ]
}

/** What a row is called, for those who hear it. */
export function rowLabel(row: LimitRow): string {
  return `${limitTitle(row)}, ${kindWords(row)}`
}
