/** A flow run as it is stored, as far as the statistics ask. */
export interface NaiveRun {
  id: string
  flow_id: string
  state_type: string | null
  start_time: string | null
  expected_start_time: string | null
  total_run_time: unknown
  parent_task_run_id: string | null
}

const wellFormed = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{6})?$/

/** Milliseconds since 1970, with their microseconds; null for what is no moment. */
function momentOf(stored: unknown): number | null {
  if (typeof stored !== 'string' || !wellFormed.test(stored)) return null
  const milliseconds = Date.parse(`${stored.slice(0, 10)}T${stored.slice(11, 19)}Z`)
  if (Number.isNaN(milliseconds)) return null
  return milliseconds + Number(stored.slice(20).padEnd(6, '0')) / 1000
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

/** Median and number of the durations that can be read, of completed runs, by flow. */
export function naiveDurations(
  runs: readonly NaiveRun[],
): Record<string, { median: number; runs: number }> {
  const completed = runs
    .filter(({ state_type }) => state_type === 'COMPLETED')
    .map((run) => ({ flow: run.flow_id, seconds: momentOf(run.total_run_time) }))
    .filter((run) => run.seconds !== null)
  const medians = [...grouped(completed, ({ flow }) => flow)].map(([flow, list]) => {
    const sorted = list.map(({ seconds }) => (seconds ?? 0) / 1000).toSorted((a, b) => a - b)
    const half = sorted.length / 2
    const middle = sorted.length % 2 === 1 ? [sorted[half - 0.5]] : [sorted[half - 1], sorted[half]]
    const sum = middle.reduce<number>((total, seconds) => total + (seconds ?? NaN), 0)
    return [flow, { median: sum / middle.length, runs: sorted.length }]
  })
  return Object.fromEntries(medians)
}

/** The runs of the last days by flow, day and state. */
export function naiveHistories(
  runs: readonly NaiveRun[],
  { now, days, minutesEast }: { now: number; days: number; minutesEast: number },
): Record<string, { day: string; runs: Record<string, number> }[]> {
  const dayOf = (moment: number): string =>
    new Date(moment + minutesEast * 60_000).toISOString().slice(0, 10)
  const wanted = new Set([...Array(days).keys()].map((ago) => dayOf(now - ago * 86_400_000)))
  const counted = runs
    .map((run) => ({ run, moment: momentOf(run.start_time ?? run.expected_start_time) }))
    .filter(({ moment }) => moment !== null && moment <= now)
    .map(({ run, moment }) => ({ run, day: dayOf(moment ?? 0) }))
    .filter(({ day }) => wanted.has(day))
  const flows = [...grouped(counted, ({ run }) => run.flow_id)].map(([flow, ofFlow]) => {
    const list = [...grouped(ofFlow, ({ day }) => day)].map(([day, ofDay]) => {
      const states = [...grouped(ofDay, ({ run }) => run.state_type ?? '')]
      return { day, runs: Object.fromEntries(states.map(([state, all]) => [state, all.length])) }
    })
    return [flow, list.toSorted((one, other) => one.day.localeCompare(other.day))]
  })
  return Object.fromEntries(flows)
}

/** `parent child runs`, sorted. */
export function naiveRelations(
  runs: readonly NaiveRun[],
  tasks: readonly { id: string; flow_run_id: string | null }[],
): string[] {
  const pairs = runs.flatMap((child) => {
    const task = tasks.find(({ id }) => id === child.parent_task_run_id)
    const parent = runs.find(({ id }) => id === task?.flow_run_id)
    return parent ? `${parent.flow_id} ${child.flow_id}` : []
  })
  return [...grouped(pairs, (pair) => pair)]
    .map(([pair, all]) => `${pair} ${all.length}`)
    .toSorted()
}
