import { z } from 'zod'
import type { LabelFilters } from '../../src-shared/contract/schemas/label-filter.ts'
import { asksAnything, type FilterBody, type FilterGroup } from './filter-body.ts'
import { readFilter, readLabels, type Reading, type ViewProblem } from './view-search-parts.ts'

/**
 * The part of a screen's address that says what its table shows: kept as it stands, whatever it
 * holds, so that a link that no longer parses can be told from one that does (see {@link readView}).
 */
export const viewSearch = z.object({
  /** Prefect's filter body. */
  filter: z.unknown().optional(),
  /** Label filters, which are ours. */
  labels: z.unknown().optional(),
  /** Only rows without any run, which is ours: Prefect's filters cannot ask it. */
  neverRan: z.unknown().optional(),
  /** The id of the column that is sorted by. */
  sort: z.unknown().optional(),
  descending: z.unknown().optional(),
  /** The ids of the columns that are shown, in their order. */
  columns: z.unknown().optional(),
  /** The id of the row whose details are open beside the table. */
  open: z.unknown().optional(),
})

/** The type of {@link viewSearch}. */
export type ViewSearch = z.output<typeof viewSearch>

/** What a table shows, read from the address. */
export interface View {
  /** Prefect's filter body; sent as it stands. */
  filter: FilterBody
  labels: LabelFilters
  /** Only rows without any run: flows and deployments. */
  neverRan?: boolean
  sort?: { column: string; descending: boolean }
  columns?: string[]
  /** The id of the row whose details are open. */
  open?: string
}

/** A view that shows everything as it is at first. */
export const wholeView: View = { filter: {}, labels: {} }

/** Reads one member of the address by its schema, and says what is wrong with it. */
function member<T>(key: string, value: unknown, schema: z.ZodType<T>): Reading<T | undefined> {
  if (value === undefined) return { value: undefined, problems: [] }
  const parsed = schema.safeParse(value)
  if (parsed.success) return { value: parsed.data, problems: [] }
  return { value: undefined, problems: [{ path: key, reason: 'not understood' }] }
}

/**
 * Reads a view from the address. What cannot be understood is left out and named; all else stays.
 *
 * @param groups - the filter objects that the screen's endpoint takes (`groupsOf`).
 */
export function readView(
  search: ViewSearch,
  groups: readonly FilterGroup[],
): { view: View; problems: ViewProblem[] } {
  const filter = readFilter(search.filter, groups)
  const labels = readLabels(search.labels)
  const neverRan = member('neverRan', search.neverRan, z.boolean())
  // A column or an id of digits alone may have been read as a number.
  const text = z.union([z.string().min(1), z.number().transform(String)])
  const column = member('sort', search.sort, text)
  const descending = member('descending', search.descending, z.boolean())
  const columns = member('columns', search.columns, z.array(z.string()).min(1))
  const open = member('open', search.open, text)
  const view: View = { filter: filter.value, labels: labels.value }
  if (neverRan.value) view.neverRan = true
  if (column.value) view.sort = { column: column.value, descending: descending.value ?? false }
  if (columns.value) view.columns = columns.value
  if (open.value) view.open = open.value
  const all = [filter, labels, neverRan, column, descending, columns, open]
  return { view, problems: all.flatMap(({ problems }) => problems) }
}

/** The address of a view: only what is set, so that links stay short. */
export function toSearch(view: View): ViewSearch {
  const search: ViewSearch = {
    filter: asksAnything(view.filter) ? view.filter : undefined,
    labels: Object.keys(view.labels).length > 0 ? view.labels : undefined,
    neverRan: view.neverRan || undefined,
    sort: view.sort?.column,
    descending: view.sort?.descending || undefined,
    columns: view.columns,
    open: view.open,
  }
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))
}

/** Whether the view leaves any row out. */
export function isFiltered({ filter, labels, neverRan }: View): boolean {
  return asksAnything(filter) || Object.keys(labels).length > 0 || neverRan === true
}
