import { useLocation, useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { SessionState } from '../../../src-shared/contract/schemas/session-state.ts'

/**
 * Keeps the screen fitting to the session: the welcome screen while no database is open, what was
 * shown before when the same one is open again, the flows when another one is.
 */
export function useOpenScreen(session: SessionState | undefined): void {
  const navigate = useNavigate()
  const { history } = useRouter()
  const { pathname, href } = useLocation()
  const openBefore = useRef<string | null>(undefined)
  const left = useRef<{ path: string | null; href: string }>(undefined)
  useEffect(() => {
    if (!session) return
    const open = session.access === 'closed' ? null : session.path
    const before = openBefore.current
    openBefore.current = open
    if (open === null) {
      if (pathname === '/welcome') return
      left.current = { path: session.path, href }
      void navigate({ to: '/welcome', replace: true })
    } else if (before !== undefined && before !== open) {
      const back = before === null && left.current?.path === open ? left.current.href : null
      left.current = undefined
      if (back !== null) history.replace(back)
      else void navigate({ to: '/flows' })
    }
  }, [session, pathname, href, navigate, history])
}
