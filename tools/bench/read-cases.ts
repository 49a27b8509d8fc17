import { contract } from '../../src-shared/contract/contract.ts'
import { reading } from '../../src-main/database/model.ts'
import { concurrencyLimits } from '../../src-main/models/concurrency-limits.ts'
import { flows } from '../../src-main/models/flows.ts'
import type { BenchCase } from './bench-case.ts'
import type { BenchFile } from './bench-file.ts'
import { flowSource, limitSource, type FlowRow } from './by-hand.ts'
import { listForms, rowForms } from './row-forms.ts'

const none = '00000000-0000-4000-8000-000000000000'

/** The look-ups and whole lists, each against the forms that a person would write. */
export function readCases(file: BenchFile): BenchCase[] {
  return [...flowCases(file), ...limitCases(file), ...limitLists(file)]
}

function flowCases({ connection, byHand }: BenchFile): BenchCase[] {
  const db = reading(connection.db)
  const labels = {
    ...flowSource,
    columns: 'labels',
    give: (row: FlowRow) => (row.labels === null ? null : (JSON.parse(row.labels) as unknown)),
  }
  const { id, name } = byHand
    .prepare<[], FlowRow>("SELECT id, name FROM flow WHERE labels != '{}' ORDER BY id LIMIT 1")
    .get() ?? { id: none, name: '' }
  const all = contract.flows.readFlows.input.parse({})
  return [
    {
      operation: 'flows.readFlow',
      question: 'one flow',
      model: () => flows.readFlow(db, { flow_id: id }),
      forms: rowForms(byHand, flowSource, { column: 'id', value: id }),
    },
    {
      operation: 'flows.readFlowByName',
      question: 'one flow',
      model: () => flows.readFlowByName(db, { name }),
      forms: rowForms(byHand, flowSource, { column: 'name', value: name }),
    },
    {
      operation: 'flows.readFlowLabels',
      question: 'one flow',
      model: () => flows.readFlowLabels(db, { flow_id: id }),
      forms: rowForms(byHand, labels, { column: 'id', value: id }),
    },
    {
      operation: 'flows.readFlows',
      question: 'all of them, no limit',
      model: () => flows.readFlows(db, all),
      forms: listForms(byHand, flowSource, { order: 'name' }),
    },
  ]
}

function limitCases({ connection, byHand }: BenchFile): BenchCase[] {
  const db = reading(connection.db)
  const tag = 'limit-14'
  const id = byHand.prepare('SELECT id FROM concurrency_limit WHERE tag = ?').pluck().get(tag)
  const value = String(id)
  return [
    {
      operation: 'concurrencyLimits.readConcurrencyLimit',
      question: 'one limit',
      model: () => concurrencyLimits.readConcurrencyLimit(db, { concurrency_limit_id: value }),
      forms: rowForms(byHand, limitSource, { column: 'id', value }),
    },
    {
      operation: 'concurrencyLimits.readConcurrencyLimitByTag',
      question: 'one limit',
      model: () => concurrencyLimits.readConcurrencyLimitByTag(db, { tag }),
      forms: rowForms(byHand, limitSource, { column: 'tag', value: tag }),
    },
  ]
}

function limitLists({ connection, byHand }: BenchFile): BenchCase[] {
  const db = reading(connection.db)
  return [
    {
      operation: 'concurrencyLimits.readConcurrencyLimits',
      question: 'all 200',
      model: () => concurrencyLimits.readConcurrencyLimits(db, {}),
      forms: listForms(byHand, limitSource, { order: 'tag' }),
    },
  ]
}
