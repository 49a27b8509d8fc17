import type { contract } from '../../src-shared/contract/contract.ts'
import type { ModelOf } from '../database/model.ts'
import { askedDeployments } from './rows/asked-deployments.ts'
import { deploymentsBy } from './rows/deployment-row.ts'
import { readDeploymentStatistics } from './rows/deployment-statistics.ts'

type DeploymentRows = ModelOf<typeof contract.deploymentRows>

const readDeploymentRows: DeploymentRows['readDeploymentRows'] = async (db, { filters, labels }) =>
  await deploymentsBy(db, await askedDeployments(db, { ...filters, labels }))

/** The deployments as the screens show them. */
export const deploymentRows: DeploymentRows = { readDeploymentRows, readDeploymentStatistics }
