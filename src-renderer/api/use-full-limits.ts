import { useQuery } from '@tanstack/react-query'
import { isFull } from '../lib/slots.ts'
import { useApi } from './api-context.tsx'

/**
 * Number of limits that current Prefect enforces and that have no free slot; 0 while it is not
 * known. Limits whose slots come back by themselves are left out: they need nobody.
 */
export function useFullLimits(): number {
  const api = useApi()
  const session = useQuery(api.app.session({})).data
  const isOpen = session !== undefined && session.access !== 'closed'
  const asksV1 = session?.schema?.liveTagLimits === 'v1'
  const v2 = useQuery({
    ...api.concurrencyLimitsV2.readAllConcurrencyLimits({}),
    enabled: isOpen,
  }).data
  const v1 = useQuery({
    ...api.concurrencyLimits.readConcurrencyLimits({}),
    enabled: isOpen && asksV1,
  }).data
  const full = v2?.filter((limit) => isFull(limit) && !(asksV1 && limit.name.startsWith('tag:')))
  const fullTags = v1?.filter(
    ({ active_slots: { length }, concurrency_limit }) => length > 0 && length >= concurrency_limit,
  )
  return (full?.length ?? 0) + (asksV1 ? (fullTags?.length ?? 0) : 0)
}
