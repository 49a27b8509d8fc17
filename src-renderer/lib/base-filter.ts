import type { FilterBody, FilterGroup } from './filter-body.ts'

/** What a page asks of every row that it lists: `{ flows: { id: … } }` on a flow's page. */
export type BaseFilter = FilterBody

type Group = Readonly<Record<string, unknown>>

function both(base: Group, own: Group): Group {
  // Joined with "or" the page's own condition could be evaded: it alone holds.
  if (own['operator'] === 'or_') return base
  return { ...own, ...base }
}

/**
 * A filter with the page's own conditions: each field that the page asks takes the place of the
 * user's, and a group that the user joins with "or" yields to the page's.
 */
export function withBase(filter: FilterBody, base: BaseFilter | undefined): FilterBody {
  if (!base) return filter
  const groups = Object.entries(base).map(([group, conditions]) => {
    const own = filter[group as FilterGroup]
    return [group, own && conditions ? both(conditions, own) : conditions]
  })
  return { ...filter, ...(Object.fromEntries(groups) as FilterBody) }
}
