import { z } from 'zod'

/** What Prefect lets a label be. A float that is whole (`1.0`) cannot be told from an integer here. */
export const labelValue = z.union(
  [z.boolean(), z.number(), z.string()],
  'A label is a text, a number, true or false',
)

/** Prefect's `KeyValueLabels`. */
export const labels = z.record(z.string(), labelValue)

/** The type of {@link labels}. */
export type Labels = z.output<typeof labels>
