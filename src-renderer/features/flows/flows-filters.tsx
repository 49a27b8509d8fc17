import { Button, MultiSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'
import { stateType } from '../../../src-shared/contract/schemas/filter-parts.ts'
import { stateLook, stateTypes } from '../../lib/states.ts'
import classes from './flows.module.css'
import { isFiltered, type FlowsSearch } from './search-params.ts'

/** Typing rests for so long before it is searched, in milliseconds. */
const restAfterTyping = 150

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
      <NameInput
        name={search.name ?? ''}
        onName={(name) => onSearch({ name: name || undefined })}
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

/** Searches while one types, without a step back in the history for each letter. */
function NameInput(props: { name: string; onName: (name: string) => void }): ReactNode {
  const { name, onName } = props
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(name)
  const [shown, setShown] = useState(name)
  // The address may change otherwise than by typing: back, a link, "Clear all".
  if (shown !== name) {
    setShown(name)
    setTyped(name)
  }
  const search = useDebouncedCallback(onName, restAfterTyping)
  useHotkeys([['mod+F', () => input.current?.select()]], [])
  return (
    <TextInput
      ref={input}
      aria-label="Name"
      placeholder="Search by name"
      leftSection={<IconSearch size={14} />}
      value={typed}
      w={220}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        search(event.currentTarget.value)
      }}
    />
  )
}
