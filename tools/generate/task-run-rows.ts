import type { DemoRandom } from '../../src-main/demo/random.ts'
import { bookkeeping, taskRunPolicy, type Step } from '../../src-main/demo/states.ts'
import { timestamp, updateTimestamp } from '../../src-main/demo/times.ts'
import type { BulkFile } from './bulk-file.ts'
import type { Flow } from './catalog-rows.ts'

/** The task run that is to be written, and the run it belongs to. */
export interface TaskRunSubject {
  flowRunId: string
  flow: Flow
  /** Its place among the run's task runs. */
  index: number
  /** The run's states, of which the third is RUNNING. */
  steps: readonly Step[]
}

const policy = taskRunPolicy(2)

/** A task that one flow alone has. */
const rareTask = 'reindex'

/**
 * Writes a task run; it ends as its run ends, one of fifty by itself otherwise. Its state has no row:
 * nothing refers to it, and the file stays a third smaller.
 */
export function addTaskRun(
  { file, random }: { file: BulkFile; random: DemoRandom },
  subject: TaskRunSubject,
): string {
  const task = subject.index === 1 && subject.flow.rare ? rareTask : taskOf(subject)
  const steps = stepsOf(subject, random)
  const created = steps[0]?.at ?? 0
  const id = random.uuid()
  file.insert('task_run', {
    id,
    created: timestamp(created),
    updated: updateTimestamp((steps.at(-1)?.at ?? created) + 5000),
    name: `${task}-${random.hex(3)}`,
    ...bookkeeping(steps),
    task_key: `${task}-${task.length}f00d42a`,
    dynamic_key: `${subject.index}-${random.hex(8)}`,
    empirical_policy: policy,
    task_inputs: '{}',
    tags: random.chance(0.3) ? '["db", "io"]' : '[]',
    flow_run_id: subject.flowRunId,
    flow_run_run_count: 1,
    labels: '{}',
  })
  return id
}

function taskOf({ flow, index }: TaskRunSubject): string {
  return flow.tasks[index % flow.tasks.length] ?? 'load'
}

function stepsOf({ steps, index }: TaskRunSubject, random: DemoRandom): Step[] {
  const began = (steps[2]?.at ?? 0) + index * 1000
  const last = steps[3]
  const pending = { type: 'PENDING', at: began } as const
  const running = { type: 'RUNNING', at: began + 900 } as const
  if (!last) return [pending, running]
  const type = random.chance(0.02) ? 'CANCELLED' : last.type
  return [pending, running, { type, at: Math.max(last.at - 1000, running.at + 10) }]
}
