import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { limitRows, type LimitRow, type LiveTagLimits } from './limit-row.ts'
import { LimitDialogs, type OpenDialog } from './limit-dialogs.tsx'
import { LimitsView } from './limits-view.tsx'
import type { LimitAct } from './row-actions.tsx'
import type { LimitsSearch } from './search-params.ts'

const route = getRouteApi('/limits')

/** The limits of both tables; undefined until the first of them is read. */
function useLimits(live: LiveTagLimits): { rows: LimitRow[] | undefined; error: Error | null } {
  const api = useApi()
  const v1 = useQuery(api.concurrencyLimits.readConcurrencyLimits({}))
  const v2 = useQuery(api.concurrencyLimitsV2.readAllConcurrencyLimits({}))
  const isRead = (v1.data || v1.error) && (v2.data || v2.error) && (v1.data || v2.data)
  const rows = useMemo(
    // One table that cannot be read does not hide the other.
    () => (isRead ? limitRows({ v1: v1.data ?? [], v2: v2.data ?? [] }, live) : undefined),
    [isRead, v1.data, v2.data, live],
  )
  return { rows, error: v2.error ?? v1.error }
}

/** Every limit of both tables: how full it is, who holds its slots, and a way to free them. */
export function LimitsScreen(): ReactNode {
  const api = useApi()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const session = useQuery(api.app.session({})).data
  const live = session?.schema?.liveTagLimits ?? 'v2'
  const { rows, error } = useLimits(live)
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const [focusRequest, setFocusRequest] = useState(0)
  const change = useCallback(
    (next: Partial<LimitsSearch>) =>
      void navigate({
        search: (before) => ({ ...before, ...next }),
        replace: 'name' in next || 'limit' in next,
      }),
    [navigate],
  )
  const show = useCallback(
    (key: string, how: { focus: boolean }) => {
      setFocusRequest((last) => (how.focus ? last + 1 : 0))
      change({ limit: key })
    },
    [change],
  )
  const onAct = useCallback(
    (act: LimitAct, row: LimitRow) => {
      if (act === 'details') show(row.key, { focus: true })
      else setDialog({ act, key: row.key })
    },
    [show],
  )
  return (
    <>
      <LimitsView
        rows={rows}
        error={error}
        session={session}
        search={search}
        focusRequest={focusRequest}
        onSearch={change}
        onShow={show}
        onAct={onAct}
        onCreate={() => setDialog({ act: 'create' })}
      />
      {dialog && rows && (
        <LimitDialogs
          dialog={dialog}
          rows={rows}
          live={live}
          onDialog={setDialog}
          onCreated={(key) => show(key, { focus: false })}
          onDeleted={() => change({ limit: undefined })}
        />
      )}
    </>
  )
}
