import { contract } from '../../src-shared/contract/contract.ts'
import { openConnection } from '../database/connection.ts'
import { reading } from '../database/model.ts'
import { flows } from '../models/flows.ts'
import type { DatabaseFile } from './build-database.ts'
import type { StoredData } from './naive/flow-filters.ts'
import { naiveCountFlows, naiveReadFlows } from './naive/read-flows.ts'
import type { WireQuestion } from './naive/wire.ts'

const { readFlows, countFlows } = contract.flows

/** What a question was answered: the flows' ids in order, and how many there are without paging. */
export interface Answer {
  ids: string[]
  count: number
}

/** The rows that the naive evaluation reads. */
export function storedData(file: DatabaseFile): StoredData {
  return {
    flow: file.rows('flow'),
    flow_run: file.rows('flow_run'),
    task_run: file.rows('task_run'),
    deployment: file.rows('deployment'),
    work_pool: file.rows('work_pool'),
    work_queue: file.rows('work_queue'),
  }
}

/** The naive evaluation's answer. */
export function naiveAnswer(data: StoredData, question: WireQuestion): Answer {
  const ids = naiveReadFlows(data, question).map((flow) => flow.id)
  return { ids, count: naiveCountFlows(data, question) }
}

/** The models' answers to questions as they are sent: through the contract, on a reader. */
export async function modelAnswers(
  file: DatabaseFile,
  questions: readonly WireQuestion[],
): Promise<Answer[]> {
  const connection = openConnection({ path: file.path, mode: 'reader' })
  const db = reading(connection.db)
  const answers: Answer[] = []
  try {
    for (const question of questions) {
      const { sort: _sort, limit: _limit, offset: _offset, ...filters } = question
      const read = await flows.readFlows(db, readFlows.input.parse(question))
      const count = await flows.countFlows(db, countFlows.input.parse(filters))
      answers.push({ ids: read.map((flow) => flow.id), count })
    }
  } finally {
    connection.close()
  }
  return answers
}
