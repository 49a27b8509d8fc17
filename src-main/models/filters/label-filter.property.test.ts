import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { openConnection } from '../../database/connection.ts'
import { arbitraryLabelFilter, arbitraryLabels } from '../../testing/arbitrary-labels.ts'
import { buildDatabase } from '../../testing/build-database.ts'
import { naiveLabelFilter } from '../../testing/naive/label-filter.ts'
import { asExpression } from './condition.ts'
import { labelCondition } from './label-filter.ts'

/** Another seed asks other questions; a failure names the one it was found with. */
const seed = Number(process.env.SLUICE_TEST_SEED ?? 20261121)
const numRuns = Number(process.env.SLUICE_TEST_RUNS ?? 40)
const rows = fc.array(arbitraryLabels, { minLength: 20, maxLength: 60 })
const filters = fc.array(arbitraryLabelFilter, { minLength: 30, maxLength: 30 })

test('a label filter leaves the rows that it describes', { timeout: 60_000 }, async () => {
  let matches = 0
  const property = fc.asyncProperty(rows, filters, async (stored, asked) => {
    const file = buildDatabase()
    const ids = file.fill(() => stored.map(({ stored: labels }) => addFlow(file, labels)))
    const { db, close } = openConnection({ path: file.path, mode: 'reader' })
    try {
      for (const filter of asked) {
        const expected = ids.filter((_, index) =>
          naiveLabelFilter(filter, stored[index]?.entries ?? []),
        )
        const found = await db
          .selectFrom('flow')
          .where((flow) => asExpression(labelCondition(flow.ref('flow.labels'), filter)))
          .select('id')
          .orderBy('id')
          .execute()
        expect(
          found.map(({ id }) => id),
          JSON.stringify(filter),
        ).toEqual(expected)
        if (expected.length > 0 && filter.conditions.some(({ is }) => is === 'is')) matches += 1
      }
    } finally {
      close()
      file.remove()
    }
  })
  await fc.assert(property, { seed, numRuns })
  expect(matches).toBeGreaterThan(numRuns)
})

function addFlow(file: ReturnType<typeof buildDatabase>, labels: string | number | null): string {
  const { id } = file.add.flow()
  file.run('UPDATE flow SET labels = ? WHERE id = ?', labels, id)
  return id
}
