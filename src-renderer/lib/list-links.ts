import { screenLink } from './screen-link.ts'
import { dayBounds } from './time.ts'

/** The links of lists that belong to something. */
export const listOf = {
  /** The runs of one flow, or of several. */
  runsOfFlows: (ids: readonly string[]): string =>
    screenLink('/runs', { filter: { flows: { id: { any_: ids } } } }),
  /** The runs of one flow that started, or were to start, on a day: `2026-11-20`. */
  runsOfFlowOnDay: (id: string, day: string): string =>
    screenLink('/runs', {
      filter: { flows: { id: { any_: [id] } }, flow_runs: { start_time: dayBounds(day) } },
    }),
  deploymentsOfFlows: (ids: readonly string[]): string =>
    screenLink('/deployments', { filter: { flows: { id: { any_: ids } } } }),
  runsOfDeployments: (ids: readonly string[]): string =>
    screenLink('/runs', { filter: { flow_runs: { deployment_id: { any_: ids } } } }),
  /** The details of a V2 limit. */
  limit: (id: string): string => screenLink('/limits', { limit: `v2.${id}` }),
}
