import { z } from 'zod'
import type { InputOf } from '../../../src-shared/contract/operation.ts'
import type { SluiceContract } from '../../../src-shared/contract/contract.ts'
import { stateType } from '../../../src-shared/contract/schemas/filter-parts.ts'

/** The flow screen's part of the address: what is searched, filtered and sorted by. */
export const flowsSearch = z.object({
  name: z.string().optional().catch(undefined),
  tags: z.array(z.string()).optional().catch(undefined),
  states: z.array(stateType).optional().catch(undefined),
  sort: z.string().optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
})

/** The type of {@link flowsSearch}. */
export type FlowsSearch = z.output<typeof flowsSearch>

/** True where anything is searched or filtered by. */
export function isFiltered({ name, tags, states }: FlowsSearch): boolean {
  return Boolean(name) || Boolean(tags?.length) || Boolean(states?.length)
}

/** The address as the input of `flows.readFlows`: Prefect's own filters. */
export function toInput({
  name,
  tags,
  states,
}: FlowsSearch): InputOf<SluiceContract['flows']['readFlows']> {
  return {
    flows: {
      ...(name && { name: { like_: name } }),
      ...(tags?.length && { tags: { all_: tags } }),
    },
    ...(states?.length && { flow_runs: { state: { type: { any_: states } } } }),
  }
}
