import { useMatch, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { LabelFilters } from '../../src-shared/contract/schemas/label-filter.ts'
import type { FilterBody, FilterGroup } from '../lib/filter-body.ts'
import { screenLink } from '../lib/screen-link.ts'
import type { ViewProblem } from '../lib/view-search-parts.ts'
import { readView, toSearch, viewSearch, type View, type ViewSearch } from '../lib/view-search.ts'

/** How a change of the view goes into the history. */
export interface ViewChange {
  /** It takes the place of the entry before it, as typing does; else it is a step of its own. */
  replace?: boolean
}

/** What the current screen's table shows, and the ways to change it. */
export interface ViewHandle {
  view: View
  /** What of the address was not understood; the rest is shown. */
  problems: readonly ViewProblem[]
  setFilter: (filter: FilterBody, change?: ViewChange) => void
  setLabels: (labels: LabelFilters, change?: ViewChange) => void
  setNeverRan: (neverRan: boolean) => void
  setSort: (sort: View['sort']) => void
  setColumns: (columns: string[] | undefined) => void
  /** Opens the details of a row; they follow the keyboard, so the history entry is replaced. */
  setOpen: (id: string | undefined, change?: ViewChange) => void
  /** Takes away filter, labels and everything that was not understood; the order stays. */
  clear: () => void
  /** The view's address within the page: `#/flows?filter=…`. */
  link: string
}

/** The members of the address that one part of the view is written to. */
const membersOf = {
  filter: ['filter'],
  labels: ['labels'],
  neverRan: ['neverRan'],
  sort: ['sort', 'descending'],
  columns: ['columns'],
  open: ['open'],
} as const

type Part = keyof typeof membersOf

/** An address with one part of the view as given; what it has beside stays, understood or not. */
function withPart(search: ViewSearch, part: Part, view: View): ViewSearch {
  const written = toSearch(view)
  return membersOf[part].reduce((before, key) => ({ ...before, [key]: written[key] }), search)
}

/**
 * The view of the current screen: it lives in the address, so that it is a link, and back and forward
 * walk through it.
 *
 * @param groups - the filter objects that the screen's endpoint takes (`groupsOf`).
 */
export function useView(groups: readonly FilterGroup[]): ViewHandle {
  const navigate = useNavigate()
  const match = useMatch({ strict: false })
  const search = useMemo(() => viewSearch.parse(match.search), [match.search])
  const { view, problems } = useMemo(() => readView(search, groups), [search, groups])
  const change = useCallback(
    (write: (before: ViewSearch) => ViewSearch, { replace = false }: ViewChange = {}) =>
      void navigate({
        to: '.',
        search: ((before: ViewSearch) => write(before)) as never,
        replace,
      }),
    [navigate],
  )
  const setters = useMemo(() => {
    const set = (part: Part, of: Partial<View>, how?: ViewChange): void =>
      change((before) => withPart(before, part, { filter: {}, labels: {}, ...of }), how)
    return {
      setFilter: (filter: FilterBody, how?: ViewChange) => set('filter', { filter }, how),
      setLabels: (labels: LabelFilters, how?: ViewChange) => set('labels', { labels }, how),
      setNeverRan: (neverRan: boolean) => set('neverRan', { neverRan }),
      setSort: (sort: View['sort']) => set('sort', { sort }),
      setColumns: (columns: string[] | undefined) => set('columns', { columns }, { replace: true }),
      setOpen: (open: string | undefined, how: ViewChange = { replace: true }) =>
        set('open', { open }, how),
      clear: () =>
        change((before) => {
          const { view: understood } = readView(before, groups)
          const { neverRan: _, ...rest } = understood
          const cleared = toSearch({ ...rest, filter: {}, labels: {} })
          const beside = Object.entries(before).filter(([key]) => !(key in viewSearch.shape))
          return { ...Object.fromEntries(beside), ...cleared }
        }),
    }
  }, [change, groups])
  return useMemo(
    () => ({ view, problems, link: screenLink(match.pathname, { ...match.search }), ...setters }),
    [view, problems, match, setters],
  )
}
