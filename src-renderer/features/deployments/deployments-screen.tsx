import type { ReactNode } from 'react'
import { DeploymentTable } from '../../views/deployment-table.tsx'

/** Every deployment that matches. */
export function DeploymentsScreen(): ReactNode {
  return <DeploymentTable title="Deployments" />
}
