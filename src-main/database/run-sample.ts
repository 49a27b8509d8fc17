import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'

/** The end that a flow's runs are gone through from, in the order of their insertion. */
export type End = 'newest' | 'oldest'

/** What a handful of flows showed. */
export interface Sample {
  readonly flows: number
  /** Flows with a match among the runs that were looked at. */
  readonly matching: number
  /** Runs that were gone through, over all flows. */
  readonly passed: number
  /** Flows with further runs that were not looked at, and no match before them. */
  readonly open: number
}

/** How a sample is taken. */
export interface SampleOptions {
  /** Asked of `flow`: the flows to take some of. */
  readonly flows: Expression<SqlBool>
  /** Asked of `flow_run`: the run that is looked for. */
  readonly match: Expression<SqlBool>
  readonly from: End
  /** How many of a flow's runs are looked at. */
  readonly depth: number
}

/** Flows are taken in the order of their ids, which is by chance, and the same each time. */
const sampledFlows = 16

const ends = {
  newest: { order: sql`desc`, reaches: sql`>=`, farthest: sql`0` },
  oldest: { order: sql`asc`, reaches: sql`<=`, farthest: sql`9223372036854775807` },
}

/**
 * Goes through some runs of a handful of flows, each until a run matches: a table of one row. The
 * index of `flow_id` holds a flow's runs in the order of their rowids. Each step is materialized, for
 * SQLite would otherwise look for a match once more wherever it is named.
 */
export function sampleOfFlows({ flows, match, from, depth }: SampleOptions): RawBuilder<Sample> {
  const { order, reaches, farthest } = ends[from]
  return sql<Sample>`(
    with sampled as materialized (
      select flow.id, (
        select flow_run.rowid from flow_run where flow_run.flow_id = flow.id
        order by flow_run.rowid ${order} limit 1 offset ${depth - 1}
      ) as last
      from flow where ${flows} order by flow.id limit ${sampledFlows}
    ),
    seen as materialized (
      select id, last, (
        select flow_run.rowid from flow_run where flow_run.flow_id = sampled.id
        and flow_run.rowid ${reaches} coalesce(last, ${farthest}) and ${match}
        order by flow_run.rowid ${order} limit 1
      ) as found
      from sampled
    )
    select count(*) as flows, count(found) as matching, coalesce(sum(found is null and last is not null), 0) as open,
      coalesce(sum((
        select count(*) from flow_run where flow_run.flow_id = seen.id
        and flow_run.rowid ${reaches} coalesce(found, last, ${farthest})
      )), 0) as passed
    from seen
  )`
}
