/** Pages of rows as they were read, by their place. */
export type Pages<Row> = ReadonlyMap<number, readonly Row[]>

/** Pages that were left, so many on either side, are kept for a while. */
const keptAround = 4

/** The rows in sight. */
export interface RowRange {
  first: number
  last: number
}

/** The pages that hold the rows in sight, and those that are near. */
export function pagesAround({ first, last }: RowRange, pageSize: number): number[] {
  const from = Math.max(0, Math.floor((first - pageSize / 2) / pageSize))
  const to = Math.max(from, Math.floor((last + pageSize / 2) / pageSize))
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** How many rows there are, as the pages tell it and as it was counted. */
export function knownCount(
  pages: Pages<unknown>,
  pageSize: number,
  counted: { count: number | undefined; isExact: boolean },
): { count: number; isExact: boolean } {
  let least = 0
  for (const [page, { length }] of pages) {
    // A page that is not full is the last one: what was counted may be older.
    if (length < pageSize && (length > 0 || page === 0)) {
      return { count: page * pageSize + length, isExact: true }
    }
    least = Math.max(least, page * pageSize + length)
  }
  const { count, isExact } = counted
  if (count !== undefined && isExact) return { count: Math.max(count, least), isExact: true }
  const isBeyond = count === undefined || least >= count
  return { count: isBeyond ? least + pageSize : count, isExact: false }
}

/** The pages that are kept with those just read: of the others, the near ones. */
function keptPages<Row>(before: Pages<Row>, read: Pages<Row>): Pages<Row> {
  const places = [...read.keys()]
  const from = Math.min(...places) - keptAround
  const to = Math.max(...places) + keptAround
  return new Map([...[...before].filter(([page]) => page >= from && page <= to), ...read])
}

/** True where both have the very same pages read. */
function hasPages<Row>(pages: Pages<Row>, read: Pages<Row>): boolean {
  return [...read].every(([page, rows]) => pages.get(page) === rows)
}

/** Pages that belong together: read at about one time, for one question. */
export interface KeptPages<Row> {
  view: string
  pages: Pages<Row>
  count: number
  isExact: boolean
}

/** True where another reading found the same rows and as many. */
export function isTheSame<Row>(
  kept: KeptPages<Row>,
  shown: KeptPages<Row>,
  read: Pages<Row>,
): boolean {
  const hasCount = kept.count === shown.count && kept.isExact === shown.isExact
  return hasCount && hasPages(kept.pages, read)
}

/** What is shown: new pages when all of them are there, and what fills a gap at once. */
export function shownPages<Row>(state: {
  kept: KeptPages<Row> | null
  read: Pages<Row>
  view: string
  counted: { count: number; isExact: boolean }
  isSettled: boolean
}): KeptPages<Row> | null {
  const { kept, read, view, counted, isSettled } = state
  if (!kept) return read.size > 0 ? { view, pages: read, ...counted } : null
  if (kept.view !== view) {
    return isSettled && read.size > 0 ? { view, pages: read, ...counted } : kept
  }
  if (isSettled) {
    if (read.size === 0) return kept
    const isKept = isTheSame(kept, { ...kept, ...counted }, read)
    return isKept ? kept : { view, pages: keptPages(kept.pages, read), ...counted }
  }
  const gaps = [...read].filter(([page]) => !kept.pages.has(page))
  return gaps.length === 0 ? kept : { ...kept, pages: new Map([...kept.pages, ...gaps]) }
}
