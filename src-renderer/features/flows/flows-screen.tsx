import { useCallback, useMemo, type ReactNode } from 'react'
import { ColumnMenu } from '../../components/data-table/column-menu.tsx'
import { placeColumns } from '../../components/data-table/column-layout.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { allRows } from '../../components/data-table/table-rows.ts'
import { EmptyNotice } from '../../components/empty-notice.tsx'
import { groupsOf } from '../../lib/filter-body.ts'
import { listOf } from '../../lib/list-links.ts'
import { counted } from '../../lib/numbers.ts'
import { linkTo } from '../../lib/screen-link.ts'
import { useTimeDisplay } from '../../lib/time-display.ts'
import { isFiltered } from '../../lib/view-search.ts'
import { ListFrame } from '../../views/list-frame.tsx'
import { useAddTag } from '../../views/use-add-tag.ts'
import { useGoTo, useOpenRow } from '../../views/use-open-row.ts'
import { useViewLayout } from '../../views/use-view-layout.ts'
import { useView } from '../../views/use-view.ts'
import { flowMenu } from './flow-menu.ts'
import { FlowPanel } from './flow-panel.tsx'
import type { FlowTableRow } from './flow-table-row.ts'
import { flowsColumns } from './flows-columns.tsx'
import { useFlowRows } from './use-flow-rows.ts'

const rowId = ({ id }: FlowTableRow): string => id
const rowLabel = ({ name }: FlowTableRow): string => name
const rowLink = ({ id }: FlowTableRow): string => linkTo.flow(id)
const noRows = allRows<FlowTableRow>([])

/** Open details show what is counted by columns that may be hidden. */
const shownByDetails = ['duration', 'history', 'parents']

/** Every flow that matches, with what its runs and deployments amount to. */
export function FlowsScreen(): ReactNode {
  const handle = useView(groupsOf.flows)
  const { view, setSort, clear } = handle
  const goTo = useGoTo()
  const addTag = useAddTag(handle, 'flows')
  const times = useTimeDisplay()
  const showDay = useCallback(
    (id: string, day: string) => goTo(listOf.runsOfFlowOnDay(id, day)),
    [goTo],
  )
  const columns = useMemo(
    () => flowsColumns({ times, onTag: addTag, onDay: showDay }),
    [times, addTag, showDay],
  )
  const [layout, setLayout] = useViewLayout('flows', handle)
  const sorting = view.sort ?? { column: 'name', descending: false }
  const { open, show, onActivate, onOpen, close } = useOpenRow(handle, linkTo.flow)
  const shown = placeColumns(columns, layout).shown
  const wanted = new Set([...shown, sorting.column, ...(open === undefined ? [] : shownByDetails)])
  const { rows, error, sql } = useFlowRows(view, wanted)
  const rowMenu = useMemo(() => flowMenu({ goTo, show }), [goTo, show])
  return (
    <ListFrame
      screen="flows"
      title="Flows"
      handle={handle}
      count={rows && counted(rows.rows.length, 'flow')}
      columns={layout.columns}
      columnMenu={<ColumnMenu columns={columns} layout={layout} onLayout={setLayout} />}
      sql={sql}
      error={error}
      isRead={rows !== undefined}
      panel={
        open !== undefined && (
          <FlowPanel
            id={open}
            row={rows?.rows.find(({ id }) => id === open)}
            onTag={addTag}
            onDay={showDay}
            onClose={close}
          />
        )
      }
      onClosePanel={close}
    >
      <DataTable
        label="Flows"
        noun="flow"
        rows={rows ?? noRows}
        rowId={rowId}
        rowLabel={rowLabel}
        columns={columns}
        sorting={sorting}
        onSorting={setSort}
        layout={layout}
        onLayout={setLayout}
        shown={open}
        onActivate={onActivate}
        onOpen={onOpen}
        rowMenu={rowMenu}
        rowLink={rowLink}
        view={JSON.stringify([view.filter, view.labels, view.neverRan])}
        empty={
          isFiltered(view) ? (
            <EmptyNotice text="No flow matches." action={{ label: 'Clear filters', run: clear }} />
          ) : (
            <EmptyNotice text="This database has no flows yet. They appear here once one has run." />
          )
        }
      />
    </ListFrame>
  )
}
