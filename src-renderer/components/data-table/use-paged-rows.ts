import { useDebouncedCallback } from '@mantine/hooks'
import { useQueries, type UseQueryOptions } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import {
  isTheSame,
  knownCount,
  pagesAround,
  shownPages,
  type KeptPages,
  type Pages,
  type RowRange,
} from './paged-rows.ts'
import type { PagedRows } from './table-rows.ts'

/** While the scroll bar is dragged, what flies by is not read, in milliseconds. */
const restAfterJump = 60

/** What is in sight of a table that is just being opened. */
const atFirst: RowRange = { first: 0, last: 40 }

/** What {@link usePagedRows} needs to know. */
export interface PagedRowsProps<Row> {
  /** What is asked: filter and order as one text. Another one is another list, shown from its top. */
  view: string
  /** How many rows match; undefined while they are being counted. */
  count: number | undefined
  /** False where there may be more than `count`. */
  isExact?: boolean
  pageSize?: number
  /** The query of one page, of the api. */
  fetchPage: (offset: number, limit: number) => UseQueryOptions<Row[]>
}

/**
 * Rows of any number by pages around the ones in sight. A refresh and another question keep the old
 * rows until the new ones are there, all of them at once.
 *
 * @returns `rows`, undefined until the first page is read; `isOld` while they answer the question before.
 */
export function usePagedRows<Row>(props: PagedRowsProps<Row>): {
  rows: PagedRows<Row> | undefined
  error: Error | null
  isOld: boolean
} {
  const { view, pageSize = 200, fetchPage } = props
  const { range, onRange } = useRange(view, pageSize)
  const places = pagesAround(range, pageSize)
  const results = useQueries({
    queries: places.map((page) => fetchPage(page * pageSize, pageSize)),
  })
  const read: Pages<Row> = new Map(
    results.flatMap(({ data }, index) => (data ? [[places[index] ?? 0, data]] : [])),
  )
  const counted = knownCount(read, pageSize, {
    count: props.count,
    isExact: props.isExact ?? true,
  })
  const [kept, setKept] = useState<KeptPages<Row> | null>(null)
  const isSettled = results.every(({ isFetching }) => !isFetching)
  const isSame = kept?.view === view
  const shown = shownPages({ kept, read, view, counted, isSettled })
  const mayKeep = isSettled && read.size > 0
  if (mayKeep && shown && !(isSame && isTheSame(kept, shown, read))) setKept(shown)
  const { pages, count = 0, isExact = false } = shown ?? {}
  const rows = useMemo((): PagedRows<Row> | undefined => {
    if (!pages) return undefined
    const row = (index: number): Row | undefined =>
      pages.get(Math.floor(index / pageSize))?.[index % pageSize]
    return { kind: 'paged', count, isExact, row, onRange }
  }, [pages, count, isExact, pageSize, onRange])
  return {
    rows,
    error: results.find(({ error }) => error)?.error ?? null,
    isOld: shown !== null && shown.view !== view,
  }
}

/** The rows in sight, told by the table; a jump is known when it rests. */
function useRange(
  view: string,
  pageSize: number,
): { range: RowRange; onRange: (first: number, last: number) => void } {
  const [state, setState] = useState({ view, range: atFirst })
  if (state.view !== view) setState({ view, range: atFirst })
  const setRange = useCallback(
    (range: RowRange) =>
      setState((before) => {
        const pages = pagesAround(range, pageSize)
        const isSame = `${pages}` === `${pagesAround(before.range, pageSize)}`
        return isSame ? before : { ...before, range }
      }),
    [pageSize],
  )
  const setLater = useDebouncedCallback(setRange, restAfterJump)
  const { range } = state
  const onRange = useCallback(
    (first: number, last: number) => {
      setLater.cancel()
      const isNear = Math.abs(first - range.first) < pageSize
      if (isNear) setRange({ first, last })
      else setLater({ first, last })
    },
    [range.first, pageSize, setRange, setLater],
  )
  return { range: state.view === view ? range : atFirst, onRange }
}
