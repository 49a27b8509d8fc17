import type { JsonObject } from '../../database/codecs.ts'

/** A stored object as Prefect's own class reads it: its members, with defaults, and no others. */
export function withDefaults<const D extends JsonObject>(
  stored: JsonObject,
  defaults: D,
): JsonObject {
  const known = Object.keys(defaults).filter((key) => Object.hasOwn(stored, key))
  return { ...defaults, ...Object.fromEntries(known.map((key) => [key, stored[key] ?? null])) }
}

const creator = { id: null, type: null, display_value: null }

/** Prefect's `CreatedBy` and `UpdatedBy`. */
export function creatorOf(stored: JsonObject | null): JsonObject | null {
  return stored && withDefaults(stored, creator)
}

/** Prefect's `FlowRunPolicy`. */
export function flowRunPolicyOf(stored: JsonObject): JsonObject {
  const defaults = { retries: null, retry_delay: null, pause_keys: [], resuming: false }
  return withDefaults(withOldNames(stored), { ...oldNames, ...defaults, retry_type: null })
}

/** Prefect's `TaskRunPolicy`. */
export function taskRunPolicyOf(stored: JsonObject): JsonObject {
  const defaults = { retries: null, retry_delay: null, retry_jitter_factor: null }
  return withDefaults(withOldNames(stored), { ...oldNames, ...defaults })
}

const oldNames = { max_retries: 0, retry_delay_seconds: 0 }

/** Where a policy has only the members' old names, Prefect fills the new ones from them. */
function withOldNames(stored: JsonObject): JsonObject {
  const { retries, retry_delay, max_retries = 0, retry_delay_seconds = 0 } = stored
  return {
    ...stored,
    ...(!retries && max_retries !== 0 && { retries: max_retries }),
    ...(!retry_delay && retry_delay_seconds !== 0 && { retry_delay: retry_delay_seconds }),
  }
}
