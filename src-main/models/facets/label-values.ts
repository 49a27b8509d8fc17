import type { contract } from '../../../src-shared/contract/contract.ts'
import type { Labelled } from '../../../src-shared/contract/schemas/facet.ts'
import type { LabelEntry } from '../../../src-shared/contract/schemas/label-entry.ts'
import type { ModelOf, Reading } from '../../database/model.ts'
import { hasLabelKey } from '../../database/stored-labels.ts'
import { labelEntries } from '../rows/label-entries.ts'
import { holds, mostFrequent } from './counted.ts'

type Facets = ModelOf<typeof contract.facets>

const tableOf = { flows: 'flow', flow_runs: 'flow_run', deployments: 'deployment' } as const

interface Group {
  readonly entries: readonly LabelEntry[]
  readonly count: number
}

/** Labels and how many rows have them all, exactly as they are written. */
async function labelGroups(db: Reading, of: Labelled, key?: string): Promise<Group[]> {
  const groups = await db
    .selectFrom(tableOf[of] as 'flow')
    .where('labels', 'is not', null)
    .where('labels', '<>', '{}')
    .$if(key !== undefined, (query) =>
      query.where((row) => hasLabelKey(row.ref('labels'), key ?? '')),
    )
    .groupBy('labels')
    .select((row) => ['labels', row.fn.countAll<number>().as('count')])
    .execute()
  return groups.map(({ labels, count }) => {
    const entries = typeof labels === 'string' ? labelEntries(labels) : null
    return { entries: entries ?? [], count }
  })
}

/** The label keys of a table. */
export const suggestLabelKeys: Facets['suggestLabelKeys'] = async (db, { of, text, limit }) => {
  const counts = new Map<string, number>()
  for (const { entries, count } of await labelGroups(db, of)) {
    for (const { key } of entries) counts.set(key, (counts.get(key) ?? 0) + count)
  }
  const found = [...counts]
    .filter(([key]) => holds(key, text))
    .map(([key, count]) => ({ key, count }))
  return mostFrequent(found, { count: (one) => one.count, text: (one) => one.key, limit })
}

/** The values of one label key, each with its type. */
export const suggestLabelValues: Facets['suggestLabelValues'] = async (
  db,
  { of, key, text, limit },
) => {
  const values = new Map<string, { entry: LabelEntry; count: number }>()
  for (const { entries, count } of await labelGroups(db, of, key)) {
    const entry = entries.find((one) => one.key === key)
    if (!entry || !holds(entry.text, text)) continue
    const typed = `${entry.kind} ${entry.text}`
    values.set(typed, { entry, count: (values.get(typed)?.count ?? 0) + count })
  }
  return mostFrequent(values.values(), {
    count: (one) => one.count,
    text: (one) => one.entry.text,
    limit,
  })
}
