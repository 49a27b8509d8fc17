import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { Log } from '../../../src-shared/contract/schemas/log.ts'
import { useApi } from '../../api/api-context.tsx'
import type { LogFilterBody } from './log-search.ts'
import { keptPages, linesInAll, pagesOf, pageSize } from './log-pages.ts'

/** The lines of a filter, as far as they were read. */
export interface LogPages {
  /** How many match; undefined until they are counted. */
  counted: number | undefined
  /** How many the list has room for. */
  count: number
  /** The line at a place, 0 the oldest one. */
  lineAt: (index: number) => Log | undefined
  onSight: (first: number, last: number) => void
  /** True until the first lines are there. */
  isReading: boolean
  error: Error | null
}

/**
 * Reads log lines by pages as they come into sight. Places count from the oldest line on, also where
 * the newest one is shown first: so a page stays the same when lines come.
 */
export function useLogPages(logs: LogFilterBody, options: { fromNewest: boolean }): LogPages {
  const api = useApi()
  const count = useQuery({ ...api.logs.countLogs({ logs }), placeholderData: keepPreviousData })
  const [known, setKnown] = useState<{ pages: number[]; inSight: number[] } | null>(null)
  const atFirst = options.fromNewest ? firstFromNewest(count.data) : [0]
  const { pages, inSight } = known ?? { pages: atFirst, inSight: atFirst }
  const results = useQueries({
    queries: pages.map((page) => ({
      ...api.logs.readLogs({ logs, limit: pageSize, offset: page * pageSize }),
      // Those out of sight keep what they have, and are read again when they come into sight.
      enabled: inSight.includes(page),
    })),
    combine,
  })
  const byPage = useMemo(
    () => new Map(pages.map((page, index) => [page, results.lines[index] ?? []])),
    [pages, results.lines],
  )
  const lineAt = useCallback(
    (index: number) => byPage.get(Math.floor(index / pageSize))?.[index % pageSize],
    [byPage],
  )
  const onSight = useCallback((first: number, last: number) => {
    const next = pagesOf(first, last)
    setKnown((before) =>
      before && next.join() === before.inSight.join()
        ? before
        : { pages: keptPages(before?.pages ?? [], next), inSight: next },
    )
  }, [])
  const lengths = new Map([...byPage].map(([page, lines]) => [page, lines.length]))
  return {
    counted: count.data,
    count: linesInAll(count.data, lengths),
    lineAt,
    onSight,
    isReading: results.isReading || (options.fromNewest && count.isPending),
    error: count.error ?? results.error,
  }
}

function firstFromNewest(count: number | undefined): number[] {
  return count === undefined || count === 0 ? [] : pagesOf(count - 1, count - 1)
}

function combine(
  results: readonly { data: Log[] | undefined; isPending: boolean; error: Error | null }[],
): { lines: (Log[] | undefined)[]; isReading: boolean; error: Error | null } {
  return {
    lines: results.map(({ data }) => data),
    isReading: results.length > 0 && results.every(({ isPending }) => isPending),
    error: results.find(({ error }) => error)?.error ?? null,
  }
}
