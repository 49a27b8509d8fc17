import type { ReactNode } from 'react'
import { RunTable } from '../../views/run-table.tsx'

/** Every flow run that matches. */
export function RunsScreen(): ReactNode {
  return <RunTable title="Runs" />
}
