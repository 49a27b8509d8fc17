import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { normalUuid } from '../../../src-shared/contract/schemas/prefect-uuid.ts'
import type { FilterLeaf } from '../../lib/filter-grammar-types.ts'
import type { Names } from '../../lib/filter-words.ts'
import { PickList, type PickOption } from './pick-list.tsx'
import { useSuggestionSource } from './suggestion-source.tsx'

/** Typing rests for so long before the database is asked, in milliseconds. */
const restAfterTyping = 120

/** The value that the typed text is by itself; null if it can be none. */
function valueOf(kind: FilterLeaf['kind'], text: string): string | null {
  if (text === '') return null
  return kind === 'ids' ? normalUuid(text.trim()) : text
}

function toggled(values: readonly string[], value: string): string[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
}

/** Texts or ids, several: those of the database with their counts, or what is typed. */
export function ValueList(props: {
  leaf: FilterLeaf
  values: readonly string[]
  names: Names
  onValues: (values: string[]) => void
}): ReactNode {
  const { leaf, values, names, onValues } = props
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), restAfterTyping)
  const source = useSuggestionSource()
  const question = source.values({ of: leaf.facet ?? 'flow.id', text: asked })
  const suggestions = useQuery({
    ...question,
    enabled: leaf.facet !== undefined,
    placeholderData: keepPreviousData,
  }).data
  const isId = leaf.kind === 'ids'
  const typed = valueOf(leaf.kind, text)
  const found = suggestions ?? []
  const option = (value: string, note?: string | null, count?: number | null): PickOption => ({
    id: value,
    text: isId ? (note ?? names.get(value) ?? value) : value === '' ? '“”' : value,
    note: isId ? value.slice(0, 8) : note,
    count,
    isChosen: values.includes(value),
  })
  const byValue = new Map(found.map((one) => [one.value, one]))
  const chosen =
    text === ''
      ? values.map((value) => option(value, byValue.get(value)?.note, byValue.get(value)?.count))
      : []
  const others = found
    .filter(({ value }) => text !== '' || !values.includes(value))
    .map(({ value, note, count }) => option(value, note, count))
  const isNew = typed !== null && !byValue.has(typed)
  const own: PickOption[] = isNew
    ? [
        {
          id: typed,
          text: `${isId ? 'The id' : 'The text'} “${typed}”`,
          isChosen: values.includes(typed),
        },
      ]
    : []
  const isRefused = isId && text !== '' && typed === null && suggestions?.length === 0
  return (
    <PickList
      label={leaf.title}
      placeholder={isId ? 'Name or id' : 'Search or type a value'}
      text={text}
      onText={setText}
      // What the database has is more likely meant than a text that it does not have.
      options={[...chosen, ...others, ...own]}
      onPick={(value) => {
        onValues(toggled(values, value))
        setText('')
      }}
      error={isRefused ? 'Nothing has this name; an id has 32 hexadecimal digits' : undefined}
      empty={text === '' ? 'The database has no value here' : 'Nothing found'}
    />
  )
}
