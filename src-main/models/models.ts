import type { SluiceContract } from '../../src-shared/contract/contract.ts'
import type { ModelOf } from '../database/model.ts'
import { concurrencyLimits } from './concurrency-limits.ts'
import { concurrencyLimitsV2 } from './concurrency-limits-v2.ts'
import { deploymentRows } from './deployment-rows.ts'
import { deployments } from './deployments.ts'
import { facets } from './facets.ts'
import { flowRows } from './flow-rows.ts'
import { flowRuns } from './flow-runs.ts'
import { flowStatistics } from './flow-statistics.ts'
import { flows } from './flows.ts'
import { logs } from './logs.ts'
import { runPages } from './run-pages.ts'
import { runRows } from './run-rows.ts'
import { slotLedger } from './slot-ledger.ts'
import { taskRuns } from './task-runs.ts'

/** The functions of every area that works on the database. One line an area. */
export const models: {
  readonly [A in Exclude<keyof SluiceContract, 'app'>]: ModelOf<SluiceContract[A]>
} = {
  flows,
  flowRuns,
  taskRuns,
  deployments,
  logs,
  flowRows,
  runRows,
  deploymentRows,
  runPages,
  facets,
  flowStatistics,
  concurrencyLimits,
  concurrencyLimitsV2,
  slotLedger,
}
