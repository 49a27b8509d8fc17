import { Button, MultiSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { stateType } from '../../../src-shared/contract/schemas/filter-parts.ts'
import { SearchInput } from '../../components/search-input.tsx'
import { stateLook, stateTypes } from '../../lib/states.ts'
import classes from './flows.module.css'
import { isFiltered, type FlowsSearch } from './search-params.ts'

/** What the flow table is searched and filtered by. */
export function FlowsFilters(props: {
  search: FlowsSearch
  /** The tags there are. */
  tags: readonly string[]
  onSearch: (change: Partial<FlowsSearch>) => void
}): ReactNode {
  const { search, tags, onSearch } = props
  return (
    <div className={classes['filters']} role="search" aria-label="Filter flows">
      <SearchInput
        label="Name"
        placeholder="Search by name"
        text={search.name ?? ''}
        onText={(name) => onSearch({ name: name || undefined })}
      />
      <MultiSelect
        aria-label="Tags"
        placeholder={search.tags?.length ? undefined : 'Has all the tags'}
        data={[...new Set([...tags, ...(search.tags ?? [])])]}
        value={search.tags ?? []}
        onChange={(chosen) => onSearch({ tags: chosen.length > 0 ? chosen : undefined })}
        searchable
        clearable
        nothingFoundMessage="No such tag"
        miw={190}
      />
      <MultiSelect
        aria-label="State of runs"
        placeholder={search.states?.length ? undefined : 'Has a run that is'}
        data={stateTypes.map((type) => ({ value: type, label: stateLook(type).word }))}
        value={search.states ?? []}
        onChange={(chosen) => {
          const states = stateType.array().parse(chosen)
          onSearch({ states: states.length > 0 ? states : undefined })
        }}
        clearable
        miw={190}
      />
      {isFiltered(search) && (
        <Button
          variant="subtle"
          onClick={() => onSearch({ name: undefined, tags: undefined, states: undefined })}
        >
          Clear all
        </Button>
      )}
    </div>
  )
}
