import { z } from 'zod'

const creator = z.object({
  type: z.string().nullish(),
  display_value: z.string().nullish(),
  id: z.string().nullish(),
})

/** Who or what began a run, in words. */
export interface CreatedByWords {
  text: string
  id: string | null
}

/** Words for the types that Prefect writes; another one keeps its own, in small letters. */
const words: Readonly<Record<string, string>> = {
  SCHEDULE: 'schedule',
  DEPLOYMENT: 'deployment',
  AUTOMATION: 'automation',
  USER: 'user',
}

/**
 * A flow run's `created_by` (Prefect's `CreatedBy`) in words: "schedule, CronSchedule".
 *
 * @param text - the stored JSON.
 * @returns null where there is none, or it cannot be read.
 */
export function createdByWords(text: string | null): CreatedByWords | null {
  if (text === null) return null
  try {
    const { type, display_value: display, id } = creator.parse(JSON.parse(text))
    const kind = type ? (words[type] ?? type.toLowerCase()) : null
    const said = [kind, display].filter((word) => word !== null && word !== undefined)
    return said.length === 0 && !id ? null : { text: said.join(', '), id: id ?? null }
  } catch {
    return null
  }
}
