import { Button, MultiSelect } from '@mantine/core'
import { z } from 'zod'
import type { ReactNode } from 'react'
import { SearchInput } from '../../components/search-input.tsx'
import { kindWords, limitKinds, type LimitRow } from './limit-row.ts'
import classes from './limits.module.css'
import { isFiltered, type LimitsSearch } from './search-params.ts'

const kindList = z.array(z.enum(limitKinds))

/** What the limit table is searched and filtered by. */
export function LimitsFilters(props: {
  search: LimitsSearch
  /** Every limit: what kinds there are. */
  rows: readonly LimitRow[]
  onSearch: (change: Partial<LimitsSearch>) => void
}): ReactNode {
  const { search, rows, onSearch } = props
  const first = new Map(rows.map((row) => [row.kind, row]))
  const kinds = limitKinds.filter((kind) => first.has(kind) || search.kinds?.includes(kind))
  return (
    <div className={classes['filters']} role="search" aria-label="Filter limits">
      <SearchInput
        label="Name"
        placeholder="Search by name"
        text={search.name ?? ''}
        onText={(name) => onSearch({ name: name || undefined })}
      />
      <MultiSelect
        aria-label="Kind"
        placeholder={search.kinds?.length ? undefined : 'Any kind'}
        data={kinds.map((kind) => ({
          value: kind,
          label: kindWords(first.get(kind) ?? { kind, table: 'v1' }),
        }))}
        value={search.kinds ?? []}
        onChange={(chosen) => {
          const wanted = kindList.parse(chosen)
          onSearch({ kinds: wanted.length > 0 ? wanted : undefined })
        }}
        clearable
        miw={190}
      />
      {isFiltered(search) && (
        <Button variant="subtle" onClick={() => onSearch({ name: undefined, kinds: undefined })}>
          Clear all
        </Button>
      )}
    </div>
  )
}
