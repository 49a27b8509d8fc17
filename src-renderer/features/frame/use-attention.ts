import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/api-context.tsx'
import { useFullLimits } from '../../api/use-full-limits.ts'
import { counted } from '../../lib/numbers.ts'

/** What a screen has that wants attention: how many, and of what. */
export interface Attention {
  '/runs'?: { number: string; text: string }
  '/limits'?: { number: string; text: string }
}

/** More are not counted. */
const most = 99

/** Counts what wants attention: late runs, full limits. */
export function useAttention(): Attention & Record<string, Attention[keyof Attention]> {
  const api = useApi()
  const session = useQuery(api.app.session({})).data
  const isOpen = session !== undefined && session.access !== 'closed'
  const filters = { flow_runs: { state: { name: { any_: ['Late'] } } } }
  const late = useQuery({
    ...api.runRows.countRunRows({ filters, most: most + 1 }),
    enabled: isOpen,
  }).data
  const full = useFullLimits()
  return {
    ...(late && late.count > 0 && { '/runs': said(late.count, 'late run') }),
    ...(full > 0 && {
      '/limits': { number: String(full), text: `${counted(full, 'limit')} full` },
    }),
  }
}

function said(count: number, one: string): { number: string; text: string } {
  if (count > most) return { number: `${most}+`, text: `More than ${counted(most, one)}` }
  return { number: String(count), text: counted(count, one) }
}
