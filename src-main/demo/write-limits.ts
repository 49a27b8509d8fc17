import { named } from './demo.ts'
import type { Demo, DemoLimit } from './demo.ts'
import { namedResource, writeEvent } from './event-row.ts'
import { storedSlots } from './limit-counter.ts'
import { Float, pythonJson } from './python-json.ts'
import { day, hour, second, timestamp, updateTimestamp } from './times.ts'

/** Writes the limits, when all runs have taken and given back their slots. */
export function writeLimits(demo: Demo): void {
  for (const limit of demo.limits.values()) {
    const { spec } = limit
    const touched = limit.updated > limit.created
    demo.rows.add('concurrency_limit_v2', {
      id: limit.id,
      created: timestamp(limit.created),
      updated: touched ? updateTimestamp(limit.updated) : timestamp(limit.created + 17),
      active: spec.active === false ? 0 : 1,
      name: spec.name,
      limit: spec.limit,
      active_slots: storedSlots(limit),
      denied_slots: 0,
      slot_decay_per_second: spec.decay ?? 0,
      avg_slot_occupancy_seconds: limit.averageOccupancy,
    })
  }
}

/** Writes what the events of the last week say of the limits and flows themselves. */
export function writeLifecycleEvents(demo: Demo): void {
  const { now } = demo
  const edited = now - 3 * day - 2 * hour
  for (const name of ['tag:database', 'crm-api', 'legacy-batch']) {
    const limit = named(demo.limits, name)
    writeLimitEvent(demo, limit, { at: edited, event: 'prefect.concurrency-limit.updated' })
    limit.updated = Math.max(limit.updated, edited)
  }
  for (const limit of demo.limits.values()) {
    if (limit.created < now - 6 * day) continue
    const at = limit.created + second / 1_000
    writeLimitEvent(demo, limit, { at, event: 'prefect.concurrency-limit.created' })
  }
  const { id, created, spec } = named(demo.flows, 'scratchpad')
  writeEvent(demo, {
    event: 'prefect.flow.created',
    at: created + second / 500,
    resource: namedResource('flow', id, spec.name),
    related: [],
    payload: pythonJson({ name: spec.name, tags: spec.tags, labels: spec.labels }),
  })
}

function writeLimitEvent(
  demo: Demo,
  limit: DemoLimit,
  { at, event }: { readonly at: number; readonly event: string },
): void {
  const { name, active = true, decay = 0 } = limit.spec
  const payload = {
    name,
    limit: limit.spec.limit,
    active,
    slot_decay_per_second: new Float(decay),
  }
  const self = namedResource('concurrency-limit', limit.id, name)
  writeEvent(demo, { event, at, resource: self, related: [], payload: pythonJson(payload) })
}
