import type { SelectQueryBuilder } from 'kysely'
import type { contract } from '../../src-shared/contract/contract.ts'
import type { RunFilters } from '../../src-shared/contract/schemas/filter-bodies.ts'
import type { DeploymentSort } from '../../src-shared/contract/schemas/sorting.ts'
import type { ModelOf, Reading } from '../database/model.ts'
import type { Database } from '../database/tables.ts'
import type { Condition } from './filters/condition.ts'
import { deploymentsOfTasks } from './filters/deployments-of-tasks.ts'
import { paged } from './paged.ts'
import { deploymentColumns, deploymentResponses } from './responses/deployment-response.ts'
import { askedDeployments } from './rows/asked-deployments.ts'

type Deployments = ModelOf<typeof contract.deployments>
type DeploymentQuery<O> = SelectQueryBuilder<Database, 'deployment', O>

/** Prefect's `read_deployments`: six filters, sort, limit, offset. Ties are broken by the id. */
const readDeployments: Deployments['readDeployments'] = async (
  db,
  { limit, offset, sort, ...filters },
) => {
  const where = await asked(db, filters)
  const deployments = selectDeployments(db, where).select(deploymentColumns)
  const rows = await paged(sorted(deployments, sort), { limit, offset }).execute()
  return deploymentResponses(db, rows)
}

/** Prefect's `count_deployments`. */
const countDeployments: Deployments['countDeployments'] = async (db, filters) => {
  const { count } = await selectDeployments(db, await asked(db, filters))
    .select((deployment) => deployment.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

async function asked(db: Reading, filters: RunFilters): Promise<Condition> {
  return (await deploymentsOfTasks(db, filters)) ?? (await askedDeployments(db, filters))
}

function selectDeployments(db: Reading, where: Condition): DeploymentQuery<object> {
  const query = db.selectFrom('deployment')
  return (where === 'always' ? query : query.where(where)) as never
}

function sorted<O>(query: DeploymentQuery<O>, sort: DeploymentSort): DeploymentQuery<O> {
  const direction = sort.endsWith('_DESC') ? 'desc' : 'asc'
  return query.orderBy(columns[sort], direction).orderBy('deployment.id')
}

const columns = {
  CREATED_DESC: 'deployment.created',
  UPDATED_DESC: 'deployment.updated',
  NAME_ASC: 'deployment.name',
  NAME_DESC: 'deployment.name',
} as const

/** The read functions of `prefect.server.models.deployments`, on the file. */
export const deployments: Deployments = { readDeployments, countDeployments }
