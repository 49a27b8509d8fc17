import type { ScheduleRow } from '../../../src-shared/contract/schemas/deployment-row.ts'
import type { Reading } from '../../database/model.ts'
import { LenientRow } from './lenient-row.ts'

/** Schedules by the id of their deployment, the oldest first. */
export async function readSchedules(
  db: Reading,
  wanted: number,
): Promise<Map<string, ScheduleRow[]>> {
  const byDeployment = new Map<string, ScheduleRow[]>()
  if (wanted === 0) return byDeployment
  const stored = await db
    .selectFrom('deployment_schedule')
    .select([
      'id',
      'deployment_id',
      'active',
      // By the table's name: files before Prefect 3.2.0 lack these two.
      'deployment_schedule.slug',
      'schedule',
      'deployment_schedule.parameters',
      'max_scheduled_runs',
    ])
    .orderBy('created')
    .orderBy('id')
    .execute()
  for (const each of stored) {
    const row = new LenientRow(each)
    const schedules = byDeployment.get(each.deployment_id) ?? []
    byDeployment.set(each.deployment_id, schedules)
    schedules.push({
      id: row.text('id'),
      active: row.boolean('active'),
      slug: row.textOrNull('slug'),
      schedule: String(each.schedule),
      parameters: String(each.parameters),
      maxScheduledRuns: row.integerOrNull('max_scheduled_runs'),
    })
  }
  return byDeployment
}
