import { useMemo, type ReactNode } from 'react'
import type { RunRow } from '../../src-shared/contract/schemas/run-row.ts'
import { ColumnMenu } from '../components/data-table/column-menu.tsx'
import { DataTable } from '../components/data-table/data-table.tsx'
import { allRows } from '../components/data-table/table-rows.ts'
import { EmptyNotice } from '../components/empty-notice.tsx'
import type { BaseFilter } from '../lib/base-filter.ts'
import { groupsOf } from '../lib/filter-body.ts'
import { linkTo } from '../lib/screen-link.ts'
import { useTimeDisplay } from '../lib/time-display.ts'
import { isFiltered } from '../lib/view-search.ts'
import { ListFrame } from './list-frame.tsx'
import { runColumns } from './run-columns.tsx'
import { runMenu } from './run-menu.ts'
import { RunPanel } from './run-panel.tsx'
import { useAddTag } from './use-add-tag.ts'
import { useGoTo, useOpenRow } from './use-open-row.ts'
import { useRunRows } from './use-run-rows.ts'
import { useViewLayout } from './use-view-layout.ts'
import { useView } from './use-view.ts'

const rowId = ({ id }: RunRow): string => id
const rowLabel = ({ name }: RunRow): string => name
const rowLink = ({ id }: RunRow): string => linkTo.flowRun(id)
const noRows = allRows<RunRow>([])
const none: readonly string[] = []

/**
 * Flow runs by the view in the address: the filter line, a table of any length that the database
 * sorts, and the details of one run beside it.
 */
export function RunTable(props: {
  /** What the page asks of every run: `{ flows: { id: { any_: [id] } } }` on a flow's page. */
  base?: BaseFilter
  /** The title of a screen of its own; unset where the table is a part of another page. */
  title?: string
  /** Whose columns are kept: `runs`, unless another page has its own. */
  table?: string
  /** Columns that say the same in every row here: `flow`. */
  leftOut?: readonly string[]
  /** What is said where the page's own conditions match nothing. */
  empty?: string
}): ReactNode {
  const { base, title, table = 'runs', leftOut = none } = props
  const { empty = 'This database has no flow runs yet. They appear here once a flow has run.' } =
    props
  const handle = useView(groupsOf.runs)
  const { view, setSort, clear } = handle
  const runs = useRunRows(view, base)
  const addTag = useAddTag(handle, 'flow_runs')
  const times = useTimeDisplay()
  const columns = useMemo(
    () => runColumns({ times, onTag: addTag }).filter(({ id }) => !leftOut.includes(id)),
    [times, addTag, leftOut],
  )
  const [layout, setLayout] = useViewLayout(table, handle)
  const { open, show, onActivate, onOpen, close } = useOpenRow(handle, linkTo.flowRun)
  const goTo = useGoTo()
  const rowMenu = useMemo(() => runMenu({ goTo, show }), [goTo, show])
  return (
    <ListFrame
      screen="runs"
      title={title}
      handle={handle}
      count={runs.count}
      columns={layout.columns}
      columnMenu={<ColumnMenu columns={columns} layout={layout} onLayout={setLayout} />}
      sql={runs.sql}
      error={runs.error}
      isRead={runs.rows !== undefined}
      panel={open !== undefined && <RunPanel id={open} onTag={addTag} onClose={close} />}
      onClosePanel={close}
    >
      <DataTable
        label="Flow runs"
        noun="run"
        rows={runs.rows ?? noRows}
        rowId={rowId}
        rowLabel={rowLabel}
        columns={columns}
        sorting={runs.sort}
        onSorting={setSort}
        layout={layout}
        onLayout={setLayout}
        shown={open}
        onActivate={onActivate}
        onOpen={onOpen}
        rowMenu={rowMenu}
        rowLink={rowLink}
        view={JSON.stringify([view.filter, view.labels])}
        empty={
          isFiltered(view) ? (
            <EmptyNotice text="No run matches." action={{ label: 'Clear filters', run: clear }} />
          ) : (
            <EmptyNotice text={empty} />
          )
        }
      />
    </ListFrame>
  )
}
