import { z } from 'zod'
import type { logFilter } from '../../../src-shared/contract/schemas/log-filter.ts'

/** Prefect's `LogFilter`, as it is sent. */
export type LogFilterBody = z.input<typeof logFilter>

/** What of the logs is asked for. */
export interface LogSearch {
  /** This level and those above it; null for all. */
  level: number | null
  /** In Prefect's text query syntax. */
  text: string
  newestFirst: boolean
}

/** Prefect takes no longer query. */
export const longestQuery = 200

const stored = z.object({
  logs: z.object({
    level: z.object({ ge_: z.int() }).optional().catch(undefined),
    text: z.object({ query: z.string() }).optional().catch(undefined),
  }),
})

/** The members of an address that hold the search. */
export interface AddressSearch {
  filter?: unknown
  sort?: unknown
}

/** Reads what an address holds, as {@link logSearchFilter} writes it; what cannot be read is unset. */
export function readLogSearch(search: AddressSearch): LogSearch {
  const { logs } = stored.catch({ logs: {} }).parse(search.filter)
  return {
    level: logs.level?.ge_ ?? null,
    text: logs.text?.query.slice(0, longestQuery) ?? '',
    newestFirst: search.sort === 'TIMESTAMP_DESC',
  }
}

/** Prefect's filter for a search; undefined where all is asked for. */
export function logSearchFilter({ level, text }: LogSearch): LogFilterBody | undefined {
  const filter: LogFilterBody = {
    ...(level === null ? {} : { level: { ge_: level } }),
    ...(text.trim() === '' ? {} : { text: { query: text } }),
  }
  return Object.keys(filter).length === 0 ? undefined : filter
}

/** The members of an address's filter but one. */
export function filterWithout(filter: unknown, without: string): [string, unknown][] {
  if (typeof filter !== 'object' || filter === null) return []
  return Object.entries(filter).filter(([key]) => key !== without)
}

/** An address's filter of such members; an empty one is left out of it. */
export function filterMember(entries: readonly [string, unknown][]): { filter: unknown } {
  return { filter: entries.length === 0 ? undefined : Object.fromEntries(entries) }
}

/** An address with another search of the logs; what else it holds stays. */
export function withLogSearch<S extends AddressSearch>(search: S, change: Partial<LogSearch>): S {
  const next = { ...readLogSearch(search), ...change }
  const logs = logSearchFilter(next)
  const others = filterWithout(search.filter, 'logs')
  return {
    ...search,
    ...filterMember(logs ? [...others, ['logs', logs]] : others),
    sort: next.newestFirst ? 'TIMESTAMP_DESC' : undefined,
  }
}
