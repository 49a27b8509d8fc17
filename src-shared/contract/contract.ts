import { app } from './app.ts'
import { concurrencyLimits } from './concurrency-limits.ts'
import { concurrencyLimitsV2 } from './concurrency-limits-v2.ts'
import { flowStatistics } from './flow-statistics.ts'
import { flows } from './flows.ts'
import { slotLedger } from './slot-ledger.ts'

/** Every operation there is, by area. One line an area. */
export const contract = {
  app,
  flows,
  flowStatistics,
  concurrencyLimits,
  concurrencyLimitsV2,
  slotLedger,
}

/** The type of {@link contract}. */
export type SluiceContract = typeof contract
