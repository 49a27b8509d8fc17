import { named } from './demo.ts'
import type { Demo } from './demo.ts'
import { namedResource, writeEvent } from './event-row.ts'
import type { EventResource } from './event-row.ts'
import { eventRetention, relatedToRun, tagResources } from './run-events.ts'
import type { RunScript, TaskScript } from './run-script.ts'
import { taskRunName } from './write-task.ts'

/** Writes the events with which a task's client reports what it took of a limit and gave back. */
export function writeHoldEvents(demo: Demo, run: RunScript, task: TaskScript): void {
  const { hold } = task
  if (hold === undefined || hold.from > demo.now) return
  const from = demo.now - eventRetention
  const limit = named(demo.limits, hold.limit)
  const { id, labels } = namedResource('concurrency-limit', limit.id, limit.spec.name)
  const self = {
    id,
    labels: { ...labels, 'slots-acquired': String(hold.slots), limit: String(limit.spec.limit) },
  }
  const related = holders(run, task)
  // A release may name an acquisition that is no longer kept.
  const acquired =
    hold.from < from
      ? demo.random.uuid7(hold.from)
      : writeEvent(demo, {
          event: 'prefect.concurrency-limit.acquired',
          at: hold.from,
          resource: self,
          related,
        })
  if (hold.to === undefined || hold.to > demo.now || hold.to < from) return
  writeEvent(demo, {
    event: 'prefect.concurrency-limit.released',
    at: hold.to,
    resource: self,
    related,
    follows: acquired,
  })
}

function holders(run: RunScript, task: TaskScript): EventResource[] {
  const [flow, ...others] = relatedToRun(run, 'client').filter((one) => one.role !== 'tag')
  const tags = tagResources([...run.tags, ...(task.spec.tags ?? [])].toSorted())
  return [
    { ...namedResource('flow-run', run.id, run.name), role: 'flow-run' },
    { ...namedResource('task-run', task.id, taskRunName(task)), role: 'task-run' },
    ...(flow === undefined ? [] : [flow]),
    ...others,
    ...tags,
  ]
}
