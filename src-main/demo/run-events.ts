import type { Demo } from './demo.ts'
import { namedResource, writeEvent } from './event-row.ts'
import type { EventResource } from './event-row.ts'
import { pythonJson } from './python-json.ts'
import type { RunScript } from './run-script.ts'
import { stateName } from './states.ts'
import type { Step } from './states.ts'
import { day, hour, minute, pythonTime } from './times.ts'

/** How long Prefect keeps events. */
export const eventRetention = 7 * day - hour
/** Older runs have no event but that of a bad end: the whole history would be half the file. */
const wholeHistory = 28 * hour
const heartbeatFrequency = 3 * minute

/** Who sends the event: the server names more than a client does. */
type Sender = 'server' | 'client' | 'heartbeat'

/** A state of a run as it was written. */
export interface WrittenStep {
  readonly id: string
  readonly step: Step
}

/** Writes the events of a flow run's states, and its heartbeats. */
export function writeRunEvents(demo: Demo, run: RunScript, written: readonly WrittenStep[]): void {
  const last = written.at(-1)
  if (last === undefined || last.step.at < demo.now - eventRetention) return
  const recent = last.step.at > demo.now - wholeHistory || last.step.type === 'RUNNING'
  if (!recent && last.step.type === 'COMPLETED') return
  const related = relatedToRun(run, 'server')
  let runCount = 0
  for (const [index, { id, step }] of written.entries()) {
    if (step.type === 'RUNNING') runCount += 1
    // The scheduler inserts its runs in bulk and reports none of them.
    if (index === 0 && run.origin.kind === 'schedule') continue
    if ((!recent && id !== last.id) || step.at < demo.now - eventRetention) continue
    writeStateEvent(demo, run, { written, index, runCount, related })
  }
  if (recent) writeHeartbeats(demo, run, written)
}

/** What the events of a run relate to. */
export function relatedToRun(run: RunScript, sender: Sender): EventResource[] {
  const { deployment, flow } = run
  const related: EventResource[] = [
    { ...namedResource('flow', flow.id, flow.spec.name), role: 'flow' },
  ]
  if (deployment !== undefined) {
    const one = namedResource('deployment', deployment.id, deployment.spec.name)
    related.push({
      id: one.id,
      role: 'deployment',
      labels: sender === 'heartbeat' ? {} : one.labels,
    })
  }
  const queue = deployment?.queue
  if (queue !== undefined) {
    const pool = namedResource('work-pool', queue.pool.id, queue.pool.spec.name)
    const type = sender === 'server' ? queue.pool.spec.type : undefined
    related.push({ ...namedResource('work-queue', queue.id, queue.name), role: 'work-queue' })
    const labels = { ...pool.labels, 'prefect.work-pool.type': type }
    related.push({ id: pool.id, role: 'work-pool', labels })
  }
  return [...related, ...tagResources(run.tags)]
}

/** Tags as events name them, each once. */
export function tagResources(tags: readonly string[]): EventResource[] {
  return [...new Set(tags)].map((tag) => ({ id: `prefect.tag.${tag}`, role: 'tag', labels: {} }))
}

function writeStateEvent(
  demo: Demo,
  run: RunScript,
  what: {
    readonly written: readonly WrittenStep[]
    readonly index: number
    readonly runCount: number
    readonly related: readonly EventResource[]
  },
): void {
  const { written, index, runCount, related } = what
  const current = written[index]
  if (current === undefined) return
  const { id, step } = current
  const before = written[index - 1]
  const from = before?.step.type ?? null
  const payload = pythonJson({
    intended: { from, to: step.type },
    initial_state: before === undefined ? null : summary(before.step),
    validated_state: summary(step),
  })
  const { labels, ...named } = namedResource('flow-run', run.id, run.name)
  const state = {
    ...labels,
    'prefect.run-count': String(runCount),
    'prefect.state-message': step.message ?? '',
    'prefect.state-name': stateName(step),
    'prefect.state-timestamp': pythonTime(step.at, 'T'),
    'prefect.state-type': step.type,
  }
  const event = `prefect.flow-run.${stateName(step)}`
  const follows = before?.id
  const self = { ...named, labels: state }
  writeEvent(demo, { id, event, at: step.at, resource: self, related, payload, follows })
}

function summary(step: Step) {
  const pauseReschedule = step.pause?.reschedule === true ? 'true' : undefined
  const { type, message } = step
  return { type, name: stateName(step), message, pause_reschedule: pauseReschedule }
}

/** A heartbeat at the start and every three minutes while the run's process lives. */
function writeHeartbeats(demo: Demo, run: RunScript, written: readonly WrittenStep[]): void {
  const related = relatedToRun(run, 'heartbeat')
  const self = namedResource('flow-run', run.id, run.name)
  const labels = { ...self.labels, 'prefect.version': '3.9.1' }
  for (const [index, { step }] of written.entries()) {
    if (step.type !== 'RUNNING') continue
    const end = Math.min(written[index + 1]?.step.at ?? demo.now, run.diesAt ?? demo.now)
    for (let at = step.at + 25_000; at < end; at += heartbeatFrequency + 12_000) {
      if (at < demo.now - eventRetention) continue
      const event = 'prefect.flow-run.heartbeat'
      writeEvent(demo, { event, at, resource: { id: self.id, labels }, related })
    }
  }
}
