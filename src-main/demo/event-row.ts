import type { Demo } from './demo.ts'
import { pythonJson } from './python-json.ts'
import type { JsonObject } from './python-json.ts'
import { timestamp } from './times.ts'

/** A resource of an event, without its id and role. */
export interface EventResource {
  readonly id: string
  readonly role: string
  readonly labels: JsonObject
}

/** An event to write; `at` is when it occurred. */
export interface DemoEvent {
  /** Absent: a new one. */
  readonly id?: string
  readonly event: string
  readonly at: number
  readonly resource: { readonly id: string; readonly labels: JsonObject }
  readonly related: readonly EventResource[]
  readonly payload?: string
  /** The id of the event that this one ends. */
  readonly follows?: string
}

/** Writes a row of `events` and its rows of `event_resources`; gives the event's id. */
export function writeEvent(demo: Demo, event: DemoEvent): string {
  const { random, rows, now } = demo
  const { resource, related } = event
  const id = event.id ?? random.uuid7(event.at)
  const occurred = timestamp(event.at)
  // The server writes events in batches, every few seconds.
  const recorded = Math.min(event.at + random.int(900_000, 4_900_000), now)
  const created = timestamp(Math.min(recorded + random.int(900, 5_000), now))
  rows.add('events', {
    occurred,
    event: event.event,
    resource_id: resource.id,
    resource: pythonJson({ 'prefect.resource.id': resource.id, ...resource.labels }),
    related_resource_ids: pythonJson(related.map((one) => one.id)),
    related: pythonJson(
      related.map((one) => ({
        'prefect.resource.id': one.id,
        'prefect.resource.role': one.role,
        ...one.labels,
      })),
    ),
    payload: event.payload ?? '{}',
    received: timestamp(Math.min(event.at + random.int(1_000, 12_000), now)),
    recorded: timestamp(recorded),
    follows: event.follows ?? null,
    id,
    created,
    updated: created,
  })
  for (const one of [{ ...resource, role: '' }, ...related]) {
    rows.add('event_resources', {
      occurred,
      resource_id: one.id,
      resource_role: one.role,
      resource: pythonJson(one.labels),
      event_id: id,
      id: random.uuid(),
      created,
      updated: created,
    })
  }
  return id
}

/** A resource that has a name. */
export function namedResource(kind: string, id: string, name: string): Omit<EventResource, 'role'> {
  return { id: `prefect.${kind}.${id}`, labels: { 'prefect.resource.name': name } }
}
