import type {
  DeploymentRow,
  DeploymentStatistics,
} from '../../src-shared/contract/schemas/deployment-row.ts'

/** A row of a table of deployments: the deployment, and what its runs amount to once that is there. */
export interface DeploymentTableRow extends DeploymentRow {
  /** Undefined while the runs are counted. */
  statistics: DeploymentStatistics | undefined
}

function noneOf(deploymentId: string): DeploymentStatistics {
  return { deploymentId, runs: {}, lastRun: null, nextRun: null }
}

/** Joins deployments and what their runs amount to. */
export function deploymentTableRows(
  deployments: readonly DeploymentRow[],
  statistics: readonly DeploymentStatistics[] | undefined,
): DeploymentTableRow[] {
  const byId = statistics && new Map(statistics.map((one) => [one.deploymentId, one]))
  return deployments.map((deployment) => ({
    ...deployment,
    statistics: byId && (byId.get(deployment.id) ?? noneOf(deployment.id)),
  }))
}

/** True where no run of it has ever started; undefined while the runs are counted. */
export function neverRan({ statistics }: DeploymentTableRow): boolean | undefined {
  return statistics && statistics.lastRun === null
}
