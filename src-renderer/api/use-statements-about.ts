import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { OperationKey } from './operation-key.ts'
import { useStatements, type RanStatements } from './statements.ts'

/**
 * What a page ran: the queries that name its id, those that are no longer on screen too, and before
 * them those of `also`, which do not name it.
 */
export function useStatementsAbout(
  id: string,
  also: readonly { queryKey: OperationKey }[] = [],
): readonly RanStatements[] {
  const cache = useQueryClient().getQueryCache()
  const subscribe = useCallback((listener: () => void) => cache.subscribe(listener), [cache])
  const text = useSyncExternalStore(subscribe, () => {
    const keys = cache.getAll().map(({ queryKey }) => JSON.stringify(queryKey))
    return `[${keys.filter((key) => key.includes(id)).join()}]`
  })
  const about = useMemo(() => JSON.parse(text) as OperationKey[], [text])
  return useStatements([...also.map(({ queryKey }) => queryKey), ...about])
}
