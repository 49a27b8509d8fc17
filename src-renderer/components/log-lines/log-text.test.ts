import { expect, test } from 'vitest'
import { logText } from './log-text.ts'

test('a copied line has the stored time, the level, the logger and the plain message', () => {
  const timestamp = '2026-11-20T10:00:01.123456Z'
  const line = {
    id: 'id',
    created: timestamp,
    updated: timestamp,
    name: 'prefect.flow_runs',
    level: 30,
    message: '\u001b[33mSlow\u001b[0m\nanswer',
    timestamp,
    flow_run_id: null,
    task_run_id: null,
  }
  expect(logText(line)).toBe(
    '2026-11-20 10:00:01.123456 | WARNING | prefect.flow_runs - Slow\nanswer',
  )
})
