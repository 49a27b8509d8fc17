import type { Database } from 'better-sqlite3'
import { contract } from '../../src-shared/contract/contract.ts'
import { reading } from '../../src-main/database/model.ts'
import { deploymentRows } from '../../src-main/models/deployment-rows.ts'
import { facets } from '../../src-main/models/facets.ts'
import { runRows } from '../../src-main/models/run-rows.ts'
import type { BenchCase, Form } from './bench-case.ts'
import type { BenchFile } from './bench-file.ts'

const start = 'coalesce(start_time, expected_start_time)'
const year = { from: '2026-01-01T00:00:00Z', before: '2027-01-01T00:00:00Z' }

function form(byHand: Database, name: string, sql: string): Form {
  const statement = byHand.prepare(sql)
  return { name, run: () => statement.all() }
}

function numbers(answer: unknown): number[] {
  return (answer as { count: number }[]).map(({ count }) => count)
}

/** What is counted over all runs, each against the pass that a person would write. */
export function rowSummaryCases(file: BenchFile): BenchCase[] {
  return [historyCase(file), statisticsCase(file), tagCase(file), labelCase(file)]
}

function historyCase({ connection, byHand }: BenchFile): BenchCase {
  const input = contract.runRows.readRunHistory.input.parse({ filters: {}, ...year })
  return {
    operation: 'runRows.readRunHistory',
    question: 'a year by day',
    model: () => runRows.readRunHistory(reading(connection.db), input),
    comparable: numbers,
    forms: [
      form(
        byHand,
        'grouped',
        `SELECT substr(${start}, 1, 10) AS at, state_type, count(*) AS count FROM flow_run
        WHERE ${start} >= '2026-01-01' AND ${start} < '2027-01-01' GROUP BY 1, 2 ORDER BY 1, 2`,
      ),
    ],
  }
}

function statisticsCase({ connection, byHand }: BenchFile): BenchCase {
  return {
    operation: 'deploymentRows.readDeploymentStatistics',
    question: 'every deployment',
    model: () => deploymentRows.readDeploymentStatistics(reading(connection.db), {}),
    comparable: (answer) => (answer as unknown[]).length,
    forms: [
      form(
        byHand,
        'grouped',
        `SELECT deployment_id, max(last) FROM (SELECT deployment_id, state_type, count(*),
          max(start_time) AS last FROM flow_run WHERE deployment_id IS NOT NULL GROUP BY 1, 2)
        GROUP BY 1`,
      ),
    ],
  }
}

function tagCase({ connection, byHand }: BenchFile): BenchCase {
  const input = contract.facets.suggest.input.parse({ of: 'flow_run.tags' })
  return {
    operation: 'facets.suggest',
    question: 'tags of the runs',
    model: () => facets.suggest(reading(connection.db), input),
    comparable: numbers,
    forms: [
      form(
        byHand,
        'each list parsed',
        `SELECT tag.value, count(*) AS count FROM flow_run, json_each(tags) AS tag
        GROUP BY 1 ORDER BY 2 DESC LIMIT 50`,
      ),
      form(
        byHand,
        'equal lists together',
        `SELECT tag.value, sum(n) AS count FROM (SELECT tags, count(*) AS n FROM flow_run
          GROUP BY 1) AS list, json_each(list.tags) AS tag GROUP BY 1 ORDER BY 2 DESC LIMIT 50`,
      ),
    ],
  }
}

function labelCase({ connection, byHand }: BenchFile): BenchCase {
  const input = contract.facets.suggestLabelKeys.input.parse({ of: 'flow_runs' })
  return {
    operation: 'facets.suggestLabelKeys',
    question: 'labels of the runs',
    model: () => facets.suggestLabelKeys(reading(connection.db), input),
    comparable: numbers,
    forms: [
      form(
        byHand,
        'each object parsed',
        `SELECT label.key, count(*) AS count FROM flow_run, json_each(labels) AS label
        GROUP BY 1 ORDER BY 2 DESC LIMIT 50`,
      ),
      form(
        byHand,
        'equal objects together',
        `SELECT label.key, sum(n) AS count FROM (SELECT labels, count(*) AS n FROM flow_run
          GROUP BY 1) AS list, json_each(list.labels) AS label GROUP BY 1 ORDER BY 2 DESC LIMIT 50`,
      ),
    ],
  }
}
