import type { ReactNode } from 'react'
import { useStatementsAbout } from '../../api/use-statements-about.ts'
import { StatementsPanel } from '../../views/statements-panel.tsx'

/** The statements that the page of a flow run ran. */
export function SqlPart({ flowRunId }: { flowRunId: string }): ReactNode {
  return <StatementsPanel ran={useStatementsAbout(flowRunId)} />
}
