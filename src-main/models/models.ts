import type { SluiceContract } from '../../src-shared/contract/contract.ts'
import type { ModelOf } from '../database/model.ts'
import { concurrencyLimits } from './concurrency-limits.ts'
import { concurrencyLimitsV2 } from './concurrency-limits-v2.ts'
import { flowStatistics } from './flow-statistics.ts'
import { flows } from './flows.ts'
import { slotLedger } from './slot-ledger.ts'

/** The functions of every area that works on the database. One line an area. */
export const models: {
  readonly [A in Exclude<keyof SluiceContract, 'app'>]: ModelOf<SluiceContract[A]>
} = {
  flows,
  flowStatistics,
  concurrencyLimits,
  concurrencyLimitsV2,
  slotLedger,
}
