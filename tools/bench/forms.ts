import { prefectForm } from './bench-case.ts'
import { flowColumns } from './by-hand.ts'
import type { Question } from './questions.ts'

/** A form of a question: its two statements. */
export interface Statements {
  readonly name: string
  /** The first {@link listLimit} flows by name. */
  readonly list: string
  readonly count: string
}

/** How many flows a list asks for. */
export const listLimit = 200

/** The hand-written statements for a question: forms that mean the same, Prefect's own first. */
export function formsOf(question: Question): Statements[] {
  if (question.run !== undefined || question.task !== undefined) return formsByRun(question)
  if (question.deployment !== undefined || question.pool !== undefined) {
    return formsByDeployment(question)
  }
  return formsOfFlow(question)
}

function formsOfFlow({ flow, quick }: Question): Statements[] {
  const asked = quick?.flow ?? flow
  const where = asked === undefined ? '' : `WHERE ${asked}`
  return [
    filtered(prefectForm, [flow]),
    filtered('quicker condition', [asked]),
    selected('sorted after', `flow NOT INDEXED ${where}`),
    selected('ids first', `flow WHERE flow.id IN (SELECT id FROM flow ${where})`),
  ]
}

function formsByDeployment(question: Question): Statements[] {
  const { flow } = question
  const from = deployments(question)
  const asked = joined([question.deployment, question.pool])
  const matching = `SELECT d.flow_id FROM ${from} WHERE ${asked}`
  return [
    filtered(prefectForm, [flow, `EXISTS (${matching} AND d.flow_id = flow.id)`]),
    filtered('EXISTS by flow', [
      flow,
      `EXISTS (SELECT 1 FROM ${from.replace(' d', ' d INDEXED BY ix_deployment__flow_id')}
        WHERE d.flow_id = flow.id AND ${asked})`,
    ]),
    filtered('IN', [flow, `flow.id IN (${matching})`]),
    materialized('join', matching, [flow]),
  ]
}

function deployments({ pool }: Question): string {
  if (pool === undefined) return 'deployment d'
  return `deployment d JOIN work_queue q ON q.id = d.work_queue_id
    JOIN work_pool p ON p.id = q.work_pool_id`
}

function formsByRun(question: Question): Statements[] {
  const { run, task, quick } = question
  const asked = quick?.run ?? run
  const tasks = task === undefined ? '' : 'JOIN task_run t ON t.flow_run_id = r.id'
  const matching = `SELECT r.flow_id FROM flow_run r ${tasks} WHERE ${joined([asked, task])}`
  const rest = [question.flow, deploymentPart(question)]
  const byFlow = `flow_run r INDEXED BY ix_flow_run__flow_id
    WHERE r.flow_id = flow.id AND ${joined([asked, taskOfRun(question)])}`
  const prefect = `EXISTS (SELECT 1 FROM flow_run r ${tasks}
    WHERE r.flow_id = flow.id AND ${joined([run, task])})`
  return [
    filtered(prefectForm, [question.flow, deploymentPart(question), prefect]),
    filtered('EXISTS by flow', [...rest, `EXISTS (SELECT 1 FROM ${byFlow})`]),
    filtered('newest run first', [
      ...rest,
      `(SELECT 1 FROM ${byFlow} ORDER BY r.rowid DESC LIMIT 1) IS NOT NULL`,
    ]),
    filtered('IN', [...rest, `flow.id IN (${matching})`]),
    materialized('join', matching, rest),
    ...formsByTask(question, rest),
  ]
}

/** Where a task is asked for, it matters which table is gone through, and which is looked up. */
function formsByTask(question: Question, rest: readonly (string | undefined)[]): Statements[] {
  const { run, task, quick } = question
  if (task === undefined) return []
  const asked = quick?.run ?? run
  const fromRuns = `SELECT r.flow_id FROM flow_run r
    WHERE ${joined([asked, taskOfRun(question)])}`
  const fromTasks = `SELECT r.flow_id FROM task_run t CROSS JOIN flow_run r ON r.id = t.flow_run_id
    WHERE ${joined([asked, task])}`
  return [
    filtered('IN, from runs', [...rest, `flow.id IN (${fromRuns})`]),
    filtered('IN, from tasks', [...rest, `flow.id IN (${fromTasks})`]),
  ]
}

function taskOfRun({ task }: Question): string | undefined {
  if (task === undefined) return undefined
  return `EXISTS (SELECT 1 FROM task_run t INDEXED BY ix_task_run__flow_run_id
    WHERE t.flow_run_id = r.id AND ${task})`
}

function deploymentPart({ deployment }: Question): string | undefined {
  if (deployment === undefined) return undefined
  return `EXISTS (SELECT 1 FROM deployment d WHERE d.flow_id = flow.id AND ${deployment})`
}

function filtered(name: string, conditions: readonly (string | undefined)[]): Statements {
  const asked = joined(conditions)
  return selected(name, asked === '' ? 'flow' : `flow WHERE ${asked}`)
}

function selected(name: string, from: string): Statements {
  return {
    name,
    list: `SELECT ${flowColumns} FROM ${from} ORDER BY flow.name LIMIT ${listLimit}`,
    count: `SELECT count(*) AS count FROM ${from}`,
  }
}

/** Starts from the set of flows; the plus keeps SQLite from going through all runs in their order. */
function materialized(
  name: string,
  matching: string,
  rest: readonly (string | undefined)[],
): Statements {
  const distinct = matching.replace(/^SELECT (\w)\.flow_id/, 'SELECT DISTINCT +$1.flow_id AS id')
  const asked = joined(rest)
  const { list, count } = selected(
    name,
    `matching CROSS JOIN flow ON flow.id = matching.id ${asked === '' ? '' : `WHERE ${asked}`}`,
  )
  const matched = `WITH matching AS MATERIALIZED (${distinct})`
  return { name, list: `${matched} ${list}`, count: `${matched} ${count}` }
}

function joined(conditions: readonly (string | undefined)[]): string {
  return conditions.filter((condition) => condition !== undefined).join(' AND ')
}
