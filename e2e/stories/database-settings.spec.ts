import { buildDatabase, type DatabaseFile } from '../../src-main/testing/build-database.ts'
import { expect, test } from '../fixtures/app-fixture.ts'

// What is kept for each database: how its tables are shown.

test('columns that are hidden in one database stay so there, and are shown in another', async ({
  page,
  openDatabase,
}) => {
  const [one, other] = [buildDatabase(), buildDatabase()]
  one.add.concurrencyLimitV2({ name: 'of one' })
  other.add.concurrencyLimitV2({ name: 'of another' })
  const column = (name: string) => page.getByRole('columnheader', { name })
  const showLimits = async ({ path }: DatabaseFile, limit: string): Promise<void> => {
    // Another database shows its flows first: a click before that would be undone.
    await expect(page.getByText(path).first()).toBeVisible()
    await page.getByRole('link', { name: 'Limits' }).click()
    await expect(page.getByRole('row', { name: limit })).toBeVisible()
  }
  await openDatabase(one.path)
  await showLimits(one, 'of one')
  await page.getByRole('button', { name: 'Columns' }).click()
  const menu = page.getByRole('dialog', { name: 'Columns' })
  // One upon the other: the second is chosen before the first is kept.
  await menu.getByRole('checkbox', { name: 'Decay' }).click()
  await menu.getByRole('checkbox', { name: 'Updated' }).click()
  await page.keyboard.press('Escape')
  await expect(column('Decay')).toHaveCount(0)
  await expect(column('Updated')).toHaveCount(0)

  await openDatabase(other.path)
  await showLimits(other, 'of another')
  await expect(column('Decay')).toBeVisible()
  await expect(column('Updated')).toBeVisible()

  await openDatabase(one.path)
  await page.reload()
  await showLimits(one, 'of one')
  await expect(column('Decay')).toHaveCount(0)
  await expect(column('Updated')).toHaveCount(0)
  for (const file of [one, other]) file.remove()
})
