import type { contract } from '../../src-shared/contract/contract.ts'
import { allRows, countUpTo } from '../database/dialect.ts'
import type { ModelOf } from '../database/model.ts'
import { asExpression } from './filters/condition.ts'
import { askedRuns } from './rows/asked-runs.ts'
import { readRunHistory } from './rows/run-history.ts'
import { runIdsBySorting } from './rows/run-page.ts'
import { runRowsById } from './rows/run-row.ts'

type RunRows = ModelOf<typeof contract.runRows>

const readRunRows: RunRows['readRunRows'] = async (db, { filters, labels, ...page }) => {
  const ids = await runIdsBySorting(db, { ...page, filters: { ...filters, labels } })
  return await runRowsById(db, ids)
}

/** One run more is counted than asked for, to tell whether there are more. */
const countRunRows: RunRows['countRunRows'] = async (db, { filters, labels, most }) => {
  const where = asExpression(await askedRuns(db, { ...filters, labels }))
  const counted = countUpTo('flow_run', where, most === null ? allRows : most + 1)
  const { count } = await db.selectNoFrom(counted.as('count')).executeTakeFirstOrThrow()
  if (most === null || count <= most) return { count, isExact: true }
  return { count: most, isExact: false }
}

/** The flow runs as the screens show them. */
export const runRows: RunRows = { readRunRows, countRunRows, readRunHistory }
