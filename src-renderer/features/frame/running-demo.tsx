import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SessionState } from '../../../src-shared/contract/schemas/session-state.ts'
import { useDemoWriting } from '../../api/use-demo-writing.ts'
import { ProgressLine } from '../../components/progress-line.tsx'
import { demoLabel, demoPart } from '../../lib/demo-progress.ts'

/** How far the demo is that is being written, in the status bar. */
export function RunningDemo({ session }: { session: SessionState | undefined }): ReactNode {
  const writing = useDemoWriting(session)
  const { pathname } = useLocation()
  // The welcome screen shows it itself.
  if (!writing || pathname === '/welcome') return null
  const { progress, stop } = writing
  return <ProgressLine label={demoLabel(progress)} part={demoPart(progress)} onStop={stop} />
}
