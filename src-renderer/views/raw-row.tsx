import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { RawRow as Row, RawTable } from '../../src-shared/contract/schemas/raw-row.ts'
import { useApi } from '../api/api-context.tsx'
import { CopyButton } from '../components/copy-button.tsx'
import { ErrorNotice } from '../components/error-notice.tsx'
import { Nothing } from '../components/nothing.tsx'
import { SkeletonRows } from '../components/skeleton-rows.tsx'
import { counted } from '../lib/numbers.ts'
import classes from './raw-row.module.css'

/** Of a longer value so many characters are shown at first. */
const shortest = 600

/** A row as SQLite has it: every column the file has, with SQLite's own type of its value. */
export function RawRow(props: { table: RawTable; id: string }): ReactNode {
  const { table, id } = props
  const { runPages } = useApi()
  const { data, error } = useQuery({
    ...runPages.readRawRow({ table, id }),
    placeholderData: keepPreviousData,
  })
  if (error && !data) return <ErrorNotice error={error} />
  if (data === undefined) return <SkeletonRows />
  if (data === null) return <Nothing />
  return <RawTableOf table={table} row={data} />
}

function RawTableOf({ table, row }: { table: RawTable; row: Row }): ReactNode {
  const asText = row.map(({ column, type, text }) => [column, type, text].join('\t')).join('\n')
  return (
    <table className={classes['table']} aria-label={`The row in ${table}, column by column`}>
      <thead>
        <tr>
          <th scope="col">
            <code>{table}</code>
          </th>
          <th scope="col">Type</th>
          <th scope="col">
            <span className={classes['last']}>
              Value <CopyButton label="Copy the row, tab separated" text={asText} />
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {row.map(({ column, type, text }) => (
          <tr key={column}>
            <th scope="row">
              <code>{column}</code>
            </th>
            <td className={classes['type']}>{type}</td>
            <td>
              <Value column={column} type={type} text={text} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Value({ column, type, text }: Row[number]): ReactNode {
  const [isWhole, setWhole] = useState(false)
  if (type === 'null') return <Nothing />
  if (text === '') return <span className={classes['type']}>empty</span>
  const isCut = text.length > shortest && !isWhole
  return (
    <span className={classes['last']}>
      <span>
        <code>{isCut ? `${text.slice(0, shortest)}…` : text}</code>
        {isCut && (
          <Button variant="subtle" size="compact-xs" onClick={() => setWhole(true)}>
            Show all {counted(text.length, 'character')}
          </Button>
        )}
      </span>
      <CopyButton label={`Copy ${column}`} text={text} />
    </span>
  )
}
