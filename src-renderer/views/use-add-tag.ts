import { useCallback } from 'react'
import { valueAt, withValue, type FilterBody } from '../lib/filter-body.ts'
import type { ViewHandle } from './use-view.ts'

/** The filter with one tag more that a row must have. */
export function withTag(
  filter: FilterBody,
  group: 'flows' | 'flow_runs' | 'deployments',
  tag: string,
): FilterBody {
  const path = [group, 'tags', 'all_']
  const asked: unknown = valueAt(filter, path)
  const tags = Array.isArray(asked) ? (asked as string[]) : []
  return tags.includes(tag) ? filter : withValue(filter, path, [...tags, tag])
}

/** Filters a table by one tag more. */
export function useAddTag(
  { view, setFilter }: Pick<ViewHandle, 'view' | 'setFilter'>,
  group: 'flows' | 'flow_runs' | 'deployments',
): (tag: string) => void {
  const { filter } = view
  return useCallback((tag) => setFilter(withTag(filter, group, tag)), [filter, group, setFilter])
}
