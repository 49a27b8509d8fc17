import { useMemo, type ReactNode } from 'react'
import { ColumnMenu } from '../components/data-table/column-menu.tsx'
import { DataTable } from '../components/data-table/data-table.tsx'
import { allRows } from '../components/data-table/table-rows.ts'
import { EmptyNotice } from '../components/empty-notice.tsx'
import type { BaseFilter } from '../lib/base-filter.ts'
import { groupsOf } from '../lib/filter-body.ts'
import { counted } from '../lib/numbers.ts'
import { linkTo } from '../lib/screen-link.ts'
import { useTimeDisplay } from '../lib/time-display.ts'
import { isFiltered } from '../lib/view-search.ts'
import { deploymentColumns } from './deployment-columns.tsx'
import { deploymentMenu } from './deployment-menu.ts'
import { DeploymentPanel } from './deployment-panel.tsx'
import type { DeploymentTableRow } from './deployment-table-row.ts'
import { ListFrame } from './list-frame.tsx'
import { useAddTag } from './use-add-tag.ts'
import { useDeploymentRows } from './use-deployment-rows.ts'
import { useGoTo, useOpenRow } from './use-open-row.ts'
import { useViewLayout } from './use-view-layout.ts'
import { useView } from './use-view.ts'

const rowId = ({ id }: DeploymentTableRow): string => id
const rowLabel = ({ name }: DeploymentTableRow): string => name
const rowLink = ({ id }: DeploymentTableRow): string => linkTo.deployment(id)
const none: readonly string[] = []
const noRows = allRows<DeploymentTableRow>([])

/**
 * Deployments by the view in the address: the filter line, the table, and the details of one of them
 * beside it.
 */
export function DeploymentTable(props: {
  /** What the page asks of every deployment: `{ flows: { id: { any_: [id] } } }` on a flow's page. */
  base?: BaseFilter
  /** The title of a screen of its own; unset where the table is a part of another page. */
  title?: string
  /** Whose columns are kept: `deployments`, unless another page has its own. */
  table?: string
  /** Columns that say the same in every row here: `flow`. */
  leftOut?: readonly string[]
  /** What is said where the page's own conditions match nothing. */
  empty?: string
}): ReactNode {
  const { base, title, table = 'deployments', leftOut = none } = props
  const { empty = 'This database has no deployments yet.' } = props
  const handle = useView(groupsOf.deployments)
  const { view, setSort, clear } = handle
  const { rows, error, sql } = useDeploymentRows(view, base)
  const addTag = useAddTag(handle, 'deployments')
  const times = useTimeDisplay()
  const columns = useMemo(
    () => deploymentColumns({ times, onTag: addTag }).filter(({ id }) => !leftOut.includes(id)),
    [times, addTag, leftOut],
  )
  const [layout, setLayout] = useViewLayout(table, handle)
  const { open, show, onActivate, onOpen, close } = useOpenRow(handle, linkTo.deployment)
  const goTo = useGoTo()
  const rowMenu = useMemo(() => deploymentMenu({ goTo, show }), [goTo, show])
  return (
    <ListFrame
      screen="deployments"
      title={title}
      handle={handle}
      count={rows && counted(rows.rows.length, 'deployment')}
      columns={layout.columns}
      columnMenu={<ColumnMenu columns={columns} layout={layout} onLayout={setLayout} />}
      sql={sql}
      error={error}
      isRead={rows !== undefined}
      panel={
        open !== undefined && (
          <DeploymentPanel
            id={open}
            row={rows?.rows.find(({ id }) => id === open)}
            onTag={addTag}
            onClose={close}
          />
        )
      }
      onClosePanel={close}
    >
      <DataTable
        label="Deployments"
        noun="deployment"
        rows={rows ?? noRows}
        rowId={rowId}
        rowLabel={rowLabel}
        columns={columns}
        sorting={view.sort ?? { column: 'name', descending: false }}
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
            <EmptyNotice
              text="No deployment matches."
              action={{ label: 'Clear filters', run: clear }}
            />
          ) : (
            <EmptyNotice text={empty} />
          )
        }
      />
    </ListFrame>
  )
}
