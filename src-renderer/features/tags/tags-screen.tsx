import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useCallback, useMemo, type ReactNode } from 'react'
import type { TagCount } from '../../../src-shared/contract/schemas/facet.ts'
import { useApi } from '../../api/api-context.tsx'
import { useTableLayout } from '../../api/use-table-layout.ts'
import { ColumnMenu } from '../../components/data-table/column-menu.tsx'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { EmptyNotice } from '../../components/empty-notice.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { ScreenHeader } from '../../components/screen-header.tsx'
import { SearchInput } from '../../components/search-input.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { counted } from '../../lib/numbers.ts'
import { screenLink, taggedLink } from '../../lib/screen-link.ts'
import type { TagsSearch } from './search-params.ts'
import { tagColumns } from './tag-columns.tsx'
import classes from './tags.module.css'

const route = getRouteApi('/tags')
const rowId = ({ tag }: TagCount): string => tag

/** Every tag there is, with how many flows, flow runs, deployments and task runs have it. */
export function TagsScreen(): ReactNode {
  const tags = useQuery(useApi().facets.readTagCounts({}))
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = useCallback(
    (next: Partial<TagsSearch>) =>
      void navigate({ search: (before) => ({ ...before, ...next }), replace: 'name' in next }),
    [navigate],
  )
  const [layout, setLayout] = useTableLayout('tags')
  const rows = useMemo(() => {
    const wanted = search.name?.toLowerCase() ?? ''
    return tags.data?.filter(({ tag }) => tag.toLowerCase().includes(wanted))
  }, [tags.data, search.name])
  return (
    <>
      <ScreenHeader title="Tags" count={rows && counted(rows.length, 'tag')}>
        <ColumnMenu columns={tagColumns} layout={layout} onLayout={setLayout} />
      </ScreenHeader>
      <div className={classes['line']} role="search" aria-label="Filter tags">
        <SearchInput
          label="Tag"
          placeholder="Search by tag"
          text={search.name ?? ''}
          onText={(name) => change({ name: name || undefined })}
        />
      </div>
      {tags.error && <ErrorNotice error={tags.error} />}
      {rows ? (
        <TagTable rows={rows} search={search} onSearch={change} />
      ) : (
        !tags.error && <SkeletonRows />
      )}
    </>
  )
}

function TagTable(props: {
  rows: readonly TagCount[]
  search: TagsSearch
  onSearch: (change: Partial<TagsSearch>) => void
}): ReactNode {
  const { rows, search, onSearch } = props
  const { history } = useRouter()
  const [layout, setLayout] = useTableLayout('tags')
  const table = useMemo(() => ({ kind: 'all', rows }) as const, [rows])
  return (
    <DataTable
      label="Tags"
      rows={table}
      rowId={rowId}
      rowLabel={rowId}
      columns={tagColumns}
      sorting={{ column: search.sort ?? 'tag', descending: search.descending ?? false }}
      onSorting={({ column, descending }) => onSearch({ sort: column, descending })}
      layout={layout}
      onLayout={setLayout}
      rowLink={({ tag }) => screenLink('/tags', { name: tag })}
      onOpen={(row) => history.push(listWith(row).slice(1))}
      empty={
        search.name ? (
          <EmptyNotice
            text="No tag matches."
            action={{ label: 'Clear the search', run: () => onSearch({ name: undefined }) }}
          />
        ) : (
          <EmptyNotice text="Nothing in this database has a tag." />
        )
      }
    />
  )
}

/** The first list that has something with the tag. */
function listWith(row: TagCount): string {
  const order = ['flows', 'deployments', 'flowRuns', 'taskRuns'] as const
  const first = order.find((of) => row[of] > 0) ?? 'flows'
  return taggedLink[first](row.tag)
}
