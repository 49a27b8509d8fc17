import type { z } from 'zod'
import { contract } from '../../src-shared/contract/contract.ts'
import type { SessionState } from '../../src-shared/contract/schemas/session-state.ts'
import { useApi } from './api-context.tsx'
import { useTaskProgress } from './task-progress.ts'

const { progress: demoProgress } = contract.app.openDemo

/** The demo that is being written. */
export interface DemoWriting {
  /** Undefined before the first part is done. */
  progress: z.output<typeof demoProgress> | undefined
  stop: () => void
}

/** Follows the demo that is being written, whichever page asked for it; null if none is. */
export function useDemoWriting(session: SessionState | undefined): DemoWriting | null {
  const api = useApi()
  const callId = session?.demoCall ?? null
  const told = useTaskProgress(callId)
  if (callId === null) return null
  return { progress: demoProgress.safeParse(told).data, stop: () => api.stopCall(callId) }
}
