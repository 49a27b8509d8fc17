/** So many lines are read at once. */
export const pageSize = 200

/** So many pages are kept, those furthest from what is in sight go first. */
const mostPages = 100

/** The pages that hold the places from first to last, 0 the oldest line. */
export function pagesOf(first: number, last: number): number[] {
  const from = Math.floor(Math.max(0, first) / pageSize)
  const to = Math.floor(Math.max(0, last) / pageSize)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** The pages to keep once others came into sight, in their order. */
export function keptPages(before: readonly number[], inSight: readonly number[]): number[] {
  const all = new Set([...before, ...inSight])
  const middle = inSight[0] ?? 0
  return [...all]
    .toSorted((one, other) => Math.abs(one - middle) - Math.abs(other - middle))
    .slice(0, Math.max(mostPages, inSight.length))
    .toSorted((one, other) => one - other)
}

/**
 * How many lines the list has room for: those counted, or more if more were read; while they are not
 * counted, one after a page that was read full, so that one can scroll on.
 *
 * @param pages - how many lines each page that was read has.
 */
export function linesInAll(
  counted: number | undefined,
  pages: ReadonlyMap<number, number>,
): number {
  let read = 0
  for (const [page, lines] of pages) {
    const isFull = lines === pageSize && counted === undefined
    if (lines > 0) read = Math.max(read, page * pageSize + lines + (isFull ? 1 : 0))
  }
  return Math.max(counted ?? 0, read)
}
