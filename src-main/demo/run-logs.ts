import type { Demo } from './demo.ts'
import type { RunScript, TaskScript } from './run-script.ts'
import { isTerminal, stateName } from './states.ts'
import type { Step } from './states.ts'
import { day, second, timestamp } from './times.ts'

/** Only runs of the last days have logs: a server that deletes them after a while. */
const logRetention = 2 * day
const info = 20
const error = 40

interface LogLine {
  readonly at: number
  readonly message: string
  readonly level?: number
  readonly name?: string
  readonly task?: TaskScript
}

/** Writes what a run and its tasks logged, if it is of the last days. */
export function writeRunLogs(demo: Demo, run: RunScript): void {
  const running = run.steps.find((step) => step.type === 'RUNNING')
  if (running === undefined || running.at < demo.now - logRetention || running.at > demo.now) return
  writeWorkerLogs(demo, run)
  const kind = run.origin.kind === 'subflow' ? 'subflow' : 'flow'
  const beginning = `Beginning ${kind} run '${run.name}' for flow '${run.flow.spec.name}'`
  writeLog(demo, run, { at: running.at + 20_000, message: beginning })
  for (const task of run.tasks) if (task.child === undefined) writeTaskLogs(demo, run, task)
  const last = run.steps.at(-1)
  if (last === undefined || !isTerminal(last.type)) return
  if (last.message !== undefined && last.type === 'FAILED') {
    const message = `Encountered exception during execution: ${traceback(run, last.message)}`
    writeLog(demo, run, { at: last.at - 2_000, level: error, message })
  }
  const level = last.type === 'COMPLETED' ? info : error
  writeLog(demo, run, { at: last.at + 8_000, level, message: finished(last) })
}

function writeTaskLogs(demo: Demo, run: RunScript, task: TaskScript): void {
  const { lines } = run.flow.spec
  for (const [index, step] of task.steps.entries()) {
    const before = task.steps[index - 1]
    if (step.type === 'RUNNING' && lines !== undefined) {
      const end = task.steps[index + 1]?.at ?? demo.now
      const at = step.at + Math.floor((end - step.at) / 2)
      writeLog(demo, run, { at, message: demo.random.pick(lines), task })
    }
    if (step.name === 'AwaitingRetry') {
      const message = 'Task run failed with exception - Retry 1/1 will start 10 second(s) from now'
      writeLog(demo, run, { at: step.at, level: error, message, task })
    }
    if (!isTerminal(step.type)) continue
    const failed = step.type !== 'COMPLETED'
    if (failed && before?.type === 'RUNNING' && step.message !== undefined) {
      const message = `Task run failed with exception: ${traceback(run, step.message)}`
      writeLog(demo, run, { at: step.at - 1_000, level: error, message, task })
    }
    const level = failed ? error : info
    writeLog(demo, run, { at: step.at + 1_000, level, message: finished(step), task })
  }
}

function writeWorkerLogs(demo: Demo, run: RunScript): void {
  const submitting = run.steps.find((step) => step.name === 'Submitting')
  const worker = run.deployment?.queue?.pool.worker
  if (submitting === undefined || worker === undefined) return
  const name = 'prefect.flow_runs.worker'
  const message = `Worker '${worker}' submitting flow run '${run.id}'`
  writeLog(demo, run, { at: submitting.at + 1_000, name, message })
}

function writeLog(demo: Demo, run: RunScript, line: LogLine): void {
  const { random, rows, now } = demo
  if (line.at > now) return
  // Clients send their lines every two seconds.
  const created = timestamp(Math.min(line.at + random.int(second / 10, 2 * second), now))
  rows.add('log', {
    id: random.uuid7(line.at),
    created,
    updated: created,
    name: line.name ?? (line.task === undefined ? 'prefect.flow_runs' : 'prefect.task_runs'),
    level: line.level ?? info,
    flow_run_id: run.id,
    task_run_id: line.task?.id ?? null,
    message: line.message,
    timestamp: timestamp(line.at),
  })
}

function finished(step: Step): string {
  const name = stateName(step)
  const message = step.message === undefined ? '' : `'${step.message}'`
  const own = name.toUpperCase() === step.type
  if (own) return `Finished in state ${name}(${message})`
  const separator = message === '' ? '' : ', '
  return `Finished in state ${name}(${message}${separator}type=${step.type})`
}

function traceback(run: RunScript, message: string): string {
  const cause = /[A-Z]\w*(Error|Timeout|NotFound): .*$/.exec(message)?.[0] ?? message
  const [type = '', ...rest] = cause.split(': ')
  const file = `/opt/flows/${run.flow.spec.name.replaceAll('-', '_')}.py`
  const line = 20 + (cause.length % 60)
  return [
    `${type}('${rest.join(': ')}')`,
    'Traceback (most recent call last):',
    `  File "${file}", line ${line}, in ${run.flow.spec.tasks[0]?.name ?? 'main'}`,
    '    result = client.send(request)',
    `  File "${file}", line ${line + 31}, in send`,
    `    raise ${type}(detail)`,
    cause,
  ].join('\n')
}
