import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo, type ReactNode } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { useTableLayout } from '../../api/use-preferences.ts'
import { ColumnMenu } from '../../components/data-table/column-menu.tsx'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { EmptyNotice } from '../../components/empty-notice.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { ScreenHeader } from '../../components/screen-header.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { counted } from '../../lib/numbers.ts'
import { flowRows, type FlowRow } from './flow-row.ts'
import { flowsColumns } from './flows-columns.tsx'
import { FlowsFilters } from './flows-filters.tsx'
import { isFiltered, toInput, type FlowsSearch } from './search-params.ts'

const route = getRouteApi('/flows')
const rowId = ({ flow }: FlowRow): string => flow.id
const rowLabel = ({ flow }: FlowRow): string => flow.name

/** Every flow that matches, with what its runs and deployments amount to. */
export function FlowsScreen(): ReactNode {
  const api = useApi()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const flows = useQuery({
    ...api.flows.readFlows(toInput(search)),
    placeholderData: keepPreviousData,
  })
  const statistics = useQuery(api.flowStatistics.readFlowStatistics({}))
  const rows = useMemo(
    () => flows.data && flowRows(flows.data, statistics.data),
    [flows.data, statistics.data],
  )
  const change = useCallback(
    (next: Partial<FlowsSearch>) =>
      void navigate({ search: (before) => ({ ...before, ...next }), replace: 'name' in next }),
    [navigate],
  )
  const addTag = useCallback(
    (tag: string) => change({ tags: [...new Set([...(search.tags ?? []), tag])] }),
    [change, search.tags],
  )
  return (
    <FlowTable
      rows={rows}
      error={flows.error ?? statistics.error}
      search={search}
      onSearch={change}
      onTag={addTag}
    />
  )
}

function FlowTable(props: {
  rows: FlowRow[] | undefined
  error: Error | null
  search: FlowsSearch
  onSearch: (change: Partial<FlowsSearch>) => void
  onTag: (tag: string) => void
}): ReactNode {
  const { rows, error, search, onSearch, onTag } = props
  const [layout, setLayout] = useTableLayout('flows')
  const columns = useMemo(() => flowsColumns(onTag), [onTag])
  return (
    <>
      <ScreenHeader title="Flows" count={rows && counted(rows.length, 'flow')}>
        <ColumnMenu columns={columns} layout={layout} onLayout={setLayout} />
      </ScreenHeader>
      <FlowsFilters search={search} tags={tagsOf(rows)} onSearch={onSearch} />
      {error && !rows ? (
        <ErrorNotice error={error} />
      ) : !rows ? (
        <SkeletonRows />
      ) : (
        <DataTable
          label="Flows"
          rows={rows}
          rowId={rowId}
          rowLabel={rowLabel}
          columns={columns}
          sorting={{ column: search.sort ?? 'name', descending: search.descending ?? false }}
          onSorting={({ column, descending }) => onSearch({ sort: column, descending })}
          layout={layout}
          onLayout={setLayout}
          empty={<NoFlows search={search} onSearch={onSearch} />}
        />
      )}
    </>
  )
}

function NoFlows(props: {
  search: FlowsSearch
  onSearch: (change: Partial<FlowsSearch>) => void
}): ReactNode {
  const { search, onSearch } = props
  if (!isFiltered(search)) {
    return <EmptyNotice text="This database has no flows yet. They appear here once one has run." />
  }
  const run = (): void => onSearch({ name: undefined, tags: undefined, states: undefined })
  return <EmptyNotice text="No flow matches." action={{ label: 'Clear filters', run }} />
}

function tagsOf(rows: readonly FlowRow[] | undefined): string[] {
  const tags = new Set(rows?.flatMap(({ flow }) => flow.tags))
  return [...tags].toSorted((a, b) => a.localeCompare(b))
}
