import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FacetName } from '../../src-shared/contract/schemas/facet.ts'
import { useApi } from '../api/api-context.tsx'
import { partsOf, type FilterBody, type FilterScreen, groupsOf } from '../lib/filter-body.ts'
import { fieldOf } from '../lib/filter-grammar.ts'
import { setLeaves, type Names } from '../lib/filter-words.ts'

/** Of a long list of ids no more names than these are asked. */
const mostAsked = 12

interface Asked {
  of: FacetName
  id: string
}

/** The ids in a filter, with what they are ids of. */
function idsIn(filter: FilterBody, screen: FilterScreen): Asked[] {
  const leaves = partsOf(filter, groupsOf[screen]).flatMap(({ group, fields }) =>
    fields.flatMap(({ key, value }) => {
      const field = fieldOf(group, key)
      return field ? setLeaves(field, value) : []
    }),
  )
  const asked = leaves.flatMap(({ leaf, value }) => {
    const { kind, facet } = leaf
    if (kind !== 'ids' || !facet || !Array.isArray(value)) return []
    return value.slice(0, mostAsked).map((id) => ({ of: facet, id: String(id) }))
  })
  return [...new Map(asked.map((one) => [`${one.of} ${one.id}`, one])).values()]
}

/** The names that belong to the ids of a filter, as far as the database has them. */
export function useFilterNames(filter: FilterBody, screen: FilterScreen): Names {
  const api = useApi()
  const asked = useMemo(() => idsIn(filter, screen), [filter, screen])
  const answers = useQueries({
    queries: asked.map(({ of, id }) => api.facets.suggest({ of, text: id, limit: 1 })),
  })
  return new Map(
    asked.flatMap(({ id }, index) => {
      const found = answers[index]?.data?.find(({ value }) => value === id)
      return found?.note ? [[id, found.note] as const] : []
    }),
  )
}
