import { z } from 'zod'
import { integer } from './coerced.ts'
import { isNull, operator, span, uuids } from './filter-parts.ts'

/** As Python counts them: a character beyond the basic plane is one. */
const mostCharacters = 200

const searchText = z
  .string()
  .refine((text) => [...text].length <= mostCharacters, 'More than 200 characters')

/** Prefect's `LogFilter`. */
export const logFilter = z.strictObject({
  operator,
  /** Python's logging levels, both bounds inclusive: 10 debug, 20 info, 30 warning, 40 error, 50 critical. */
  level: z.strictObject({ ge_: integer.nullish(), le_: integer.nullish() }).nullish(),
  timestamp: z.strictObject(span).nullish(),
  flow_run_id: z.strictObject({ any_: uuids }).nullish(),
  task_run_id: z.strictObject({ any_: uuids, is_null_: isNull }).nullish(),
  /** `error`, `error -debug`, `"connection timeout"`, `+required -excluded`. */
  text: z.strictObject({ query: searchText }).nullish(),
})

/** The type of {@link logFilter}. */
export type LogFilter = z.output<typeof logFilter>
