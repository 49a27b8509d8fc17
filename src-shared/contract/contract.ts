import { app } from './app.ts'
import { concurrencyLimits } from './concurrency-limits.ts'
import { concurrencyLimitsV2 } from './concurrency-limits-v2.ts'
import { flows } from './flows.ts'

/** Every operation there is, by area. One line an area. */
export const contract = {
  app,
  flows,
  concurrencyLimits,
  concurrencyLimitsV2,
}

/** The type of {@link contract}. */
export type SluiceContract = typeof contract
