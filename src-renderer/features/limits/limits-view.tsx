import { Button } from '@mantine/core'
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks'
import { IconLock, IconPlus } from '@tabler/icons-react'
import { useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { TableLayout } from '../../../src-shared/contract/schemas/preferences.ts'
import type { SessionState } from '../../../src-shared/contract/schemas/session-state.ts'
import { useTableLayout } from '../../api/use-table-layout.ts'
import { ColumnMenu } from '../../components/data-table/column-menu.tsx'
import { DataTable } from '../../components/data-table/data-table.tsx'
import type { TableColumn } from '../../components/data-table/table-column.ts'
import { allRows, type AllRows } from '../../components/data-table/table-rows.ts'
import { EmptyNotice } from '../../components/empty-notice.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { ScreenHeader } from '../../components/screen-header.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { counted } from '../../lib/numbers.ts'
import { screenLink } from '../../lib/screen-link.ts'
import { DetailsPanel } from './details-panel.tsx'
import type { LimitRow } from './limit-row.ts'
import { limitsColumns, rowLabel } from './limits-columns.tsx'
import { LimitsFilters } from './limits-filters.tsx'
import classes from './limits.module.css'
import { limitMenu, type LimitAct, type LimitActs } from './row-actions.tsx'
import { isFiltered, matches, type LimitsSearch } from './search-params.ts'

const rowId = ({ key }: LimitRow): string => key

/** In a window that is narrower, open details take the place of the columns that they show too. */
const wideEnough = '(min-width: 1500px)'
const shownByDetails = ['decay', 'active', 'updated']
const noneLeftOut: readonly string[] = []

/** The details follow the keys when they rest, in milliseconds. */
const restAfterKey = 150

interface LimitsViewProps {
  rows: LimitRow[] | undefined
  error: Error | null
  session: SessionState | undefined
  search: LimitsSearch
  focusRequest: number
  onSearch: (change: Partial<LimitsSearch>) => void
  onShow: (key: string, how: { focus: boolean }) => void
  onAct: (act: LimitAct, row: LimitRow) => void
  onCreate: () => void
}

/** The table of limits, with the details of one of them at its right. */
export function LimitsView(props: LimitsViewProps): ReactNode {
  const { rows, error, session, search, onSearch, onAct, onCreate } = props
  const canWrite = session?.access === 'read_write'
  const acts = useMemo(() => ({ canWrite, onAct }), [canWrite, onAct])
  const columns = useMemo(() => limitsColumns(acts), [acts])
  const [layout, setLayout] = useTableLayout('limits')
  const matching = useMemo(
    () => rows && allRows(rows.filter((row) => matches(row, search))),
    [rows, search],
  )
  return (
    <>
      <ScreenHeader title="Limits" count={matching && counted(matching.rows.length, 'limit')}>
        {session?.access === 'read_only' && <Locked reason={session.reason} />}
        {canWrite && (
          <Button variant="default" leftSection={<IconPlus size={14} />} onClick={onCreate}>
            Create a limit
          </Button>
        )}
        <ColumnMenu columns={columns} layout={layout} onLayout={setLayout} />
      </ScreenHeader>
      <LimitsFilters search={search} rows={rows ?? []} onSearch={onSearch} />
      {error && <ErrorNotice error={error} />}
      {rows && matching ? (
        <TableAndDetails {...props} {...{ rows, matching, acts, columns, layout, setLayout }} />
      ) : (
        !error && <SkeletonRows />
      )}
    </>
  )
}

interface TableAndDetailsProps extends LimitsViewProps {
  rows: LimitRow[]
  matching: AllRows<LimitRow>
  acts: LimitActs
  columns: TableColumn<LimitRow>[]
  layout: TableLayout
  setLayout: (layout: TableLayout) => void
}

function TableAndDetails(props: TableAndDetailsProps): ReactNode {
  const { rows, matching, acts, columns, layout, setLayout } = props
  const { session, search, focusRequest, onSearch, onShow, onCreate } = props
  const screen = useRef<HTMLDivElement>(null)
  const isWide = useMediaQuery(wideEnough, true)
  const isOpen = search.limit !== undefined
  const follow = useDebouncedCallback(
    (row: LimitRow) => onShow(row.key, { focus: false }),
    restAfterKey,
  )
  const close = (): void => {
    follow.cancel()
    onSearch({ limit: undefined })
    screen.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
  }
  return (
    <div
      ref={screen}
      className={classes['screen']}
      onKeyDown={(event: KeyboardEvent<HTMLElement>) => {
        // A menu is a child of this only in React: its Esc is its own.
        const isHere = event.currentTarget.contains(event.target as Node)
        if (event.key === 'Escape' && isOpen && isHere && !event.defaultPrevented) close()
      }}
    >
      <div className={classes['table']}>
        <DataTable
          label="Limits"
          noun="limit"
          rows={matching}
          rowId={rowId}
          rowLabel={rowLabel}
          columns={columns}
          sorting={{ column: search.sort ?? 'kind', descending: search.descending ?? false }}
          onSorting={({ column, descending }) => onSearch({ sort: column, descending })}
          leftOut={isOpen && !isWide ? shownByDetails : noneLeftOut}
          layout={layout}
          onLayout={setLayout}
          shown={search.limit}
          onActivate={(row, by) => {
            if (by === 'pointer') onShow(row.key, { focus: false })
            else if (isOpen) follow(row)
          }}
          onOpen={(row) => onShow(row.key, { focus: true })}
          rowMenu={(row) => limitMenu(row, acts)}
          rowLink={({ key }) => screenLink('/limits', { limit: key })}
          empty={
            <NoLimits
              search={search}
              onSearch={onSearch}
              onCreate={acts.canWrite ? onCreate : null}
            />
          }
        />
      </div>
      {search.limit !== undefined && (
        <DetailsPanel
          row={rows.find(({ key }) => key === search.limit)}
          acts={acts}
          reason={session?.reason ?? null}
          focusRequest={focusRequest}
          onClose={close}
        />
      )}
    </div>
  )
}

/** Why nothing is offered that writes. */
function Locked({ reason }: { reason: string | null }): ReactNode {
  return (
    <span className={classes['locked']} title={reason ?? undefined}>
      <IconLock size={14} aria-hidden />
      <span className={classes['name']}>{reason ?? 'Open for reading only'}</span>
    </span>
  )
}

function NoLimits(props: {
  search: LimitsSearch
  onSearch: (change: Partial<LimitsSearch>) => void
  onCreate: (() => void) | null
}): ReactNode {
  const { search, onSearch, onCreate } = props
  if (!isFiltered(search)) {
    const action = onCreate ? { label: 'Create a limit', run: onCreate } : undefined
    return <EmptyNotice text="This database has no concurrency limits yet." action={action} />
  }
  const run = (): void => onSearch({ name: undefined, kinds: undefined })
  return <EmptyNotice text="No limit matches." action={{ label: 'Clear filters', run }} />
}
