import type { ReactNode } from 'react'
import { useStatementsAbout } from '../../api/use-statements-about.ts'
import { StatementsPanel } from '../../views/statements-panel.tsx'

/** The statements that the page of a task run ran. */
export function SqlPart({ taskRunId }: { taskRunId: string }): ReactNode {
  return <StatementsPanel ran={useStatementsAbout(taskRunId)} />
}
