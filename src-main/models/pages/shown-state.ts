import { stateType } from '../../../src-shared/contract/schemas/filter-parts.ts'
import type { LenientRow } from '../rows/lenient-row.ts'

/** A run's state type as it is stored; one that Prefect does not know is marked. */
export function shownState(row: LenientRow<{ state_type: string | null }>): string | null {
  const type = row.textOrNull('state_type')
  if (type !== null && !stateType.safeParse(type).success) row.mark('state_type')
  return type
}
