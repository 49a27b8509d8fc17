import type { Database } from 'better-sqlite3'
import { contract } from '../../src-shared/contract/contract.ts'
import { reading } from '../../src-main/database/model.ts'
import { flows } from '../../src-main/models/flows.ts'
import type { BenchCase, Form } from './bench-case.ts'
import type { BenchFile } from './bench-file.ts'
import { flowOf, type FlowRow } from './by-hand.ts'
import { formsOf, listLimit, type Statements } from './forms.ts'
import { questions, type Question } from './questions.ts'

/** Each question, as a list and as a count. */
export function filterCases(file: BenchFile): BenchCase[] {
  return questions.flatMap((question) => [listCase(file, question), countCase(file, question)])
}

function listCase({ connection, byHand }: BenchFile, question: Question): BenchCase {
  const input = contract.flows.readFlows.input.parse({ ...question.filters, limit: listLimit })
  return {
    operation: 'flows.readFlows',
    question: question.name,
    model: () => flows.readFlows(reading(connection.db), input),
    forms: formsOf(question).map((form) => listForm(byHand, form)),
  }
}

function listForm(byHand: Database, { name, list }: Statements): Form {
  const statement = byHand.prepare<[], FlowRow>(list)
  return { name, statement: list, run: () => statement.all().map(flowOf) }
}

function countCase({ connection, byHand }: BenchFile, question: Question): BenchCase {
  const input = contract.flows.countFlows.input.parse(question.filters)
  return {
    operation: 'flows.countFlows',
    question: question.name,
    model: () => flows.countFlows(reading(connection.db), input),
    forms: formsOf(question).map((form) => countForm(byHand, form)),
  }
}

function countForm(byHand: Database, { name, count }: Statements): Form {
  const statement = byHand.prepare<[], { count: number }>(count)
  return { name, statement: count, run: () => statement.get()?.count }
}
