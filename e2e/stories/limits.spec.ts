import { expect, test } from '../fixtures/app-fixture.ts'
import { callFromPage } from '../fixtures/call-from-page.ts'
import type { Page } from '@playwright/test'
import { buildDatabase, type DatabaseFile } from '../../src-main/testing/build-database.ts'

// A developer sees why work is stuck, and frees it.

/** A tag limit of two that is full, though nobody holds a slot. */
function leakedLimit() {
  const file = buildDatabase()
  const limit = file.add.concurrencyLimitV2({ name: 'tag:gpu', limit: 2, active_slots: 2 })
  file.add.concurrencyLimitV2({ name: 'mail', limit: 5, active_slots: 0 })
  file.add.concurrencyLimit({ tag: 'old', concurrency_limit: 1, active_slots: [] })
  return { file, limit }
}

async function openLimits(page: Page, file: DatabaseFile): Promise<void> {
  // Another database shows its flows first: a click before that would be undone.
  await expect(page.getByText(file.path).first()).toBeVisible()
  await page.getByRole('link', { name: 'Limits' }).click()
}

test('a full limit is seen, its reset read, and its slots freed', async ({
  page,
  openDatabase,
}) => {
  const { file } = leakedLimit()
  await openDatabase(file.path)
  await expect(page.getByRole('img', { name: '1 limit full' })).toBeVisible()
  await openLimits(page, file)
  const row = page.getByRole('row', { name: /^gpu,/ })
  await expect(row).toContainText('2 of 2')
  await row.getByRole('button', { name: 'Reset gpu' }).click()
  const dialog = page.getByRole('dialog', { name: 'Free 2 slots of gpu?' })
  await expect(dialog.getByRole('row', { name: /active_slots/ })).toContainText('2')
  await dialog.getByRole('button', { name: 'Free 2 slots' }).click()
  await expect(page.getByText('Freed 2 slots of gpu')).toBeVisible()
  await expect(row).toContainText('0 of 2')
  expect(file.rows('concurrency_limit_v2')).toContainEqual(
    expect.objectContaining({ name: 'tag:gpu', active_slots: 0, limit: 2 }),
  )
  file.remove()
})

test('by the keyboard alone: the row, its details, the reset', async ({ page, openDatabase }) => {
  const { file } = leakedLimit()
  await openDatabase(file.path)
  await expect(page.getByText(file.path).first()).toBeVisible()
  await page.getByRole('link', { name: 'Limits' }).focus()
  await page.keyboard.press('Enter')
  const table = page.getByRole('grid', { name: 'Limits' })
  await table.focus()
  await page.keyboard.press('Home')
  await expect(table.locator('[role="row"][data-active]')).toContainText('gpu')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'Details of gpu' })
  await expect(panel).toBeVisible()
  await panel.getByRole('button', { name: /Reset|Free/ }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  // Enter confirms nothing by itself: what has the focus is Cancel.
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  expect(file.rows('concurrency_limit_v2')).toContainEqual(
    expect.objectContaining({ name: 'tag:gpu', active_slots: 2 }),
  )
  await panel.getByRole('button', { name: /Reset|Free/ }).press('Enter')
  await dialog.getByRole('button', { name: 'Free 2 slots' }).press('Enter')
  await expect(page.getByRole('row', { name: /^gpu,/ })).toContainText('0 of 2')
  file.remove()
})

test('a limit is created, changed and deleted', async ({ page, openDatabase }) => {
  const { file } = leakedLimit()
  await openDatabase(file.path)
  await openLimits(page, file)
  await page.getByRole('button', { name: 'Create a limit' }).click()
  await page.getByRole('textbox', { name: 'Tag', exact: true }).fill('cpu')
  await page.getByRole('textbox', { name: 'Limit' }).fill('4')
  await page.getByRole('button', { name: 'Create the limit' }).click()
  const row = page.getByRole('row', { name: /^cpu,/ })
  await expect(row).toContainText('0 of 4')
  await row.getByRole('button', { name: 'More for cpu' }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Limit' }).fill('7')
  await page.getByRole('dialog').getByRole('button').last().click()
  await expect(row).toContainText('0 of 7')
  await row.getByRole('button', { name: 'More for cpu' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete the limit' }).click()
  await expect(row).toBeHidden()
  expect(file.rows('concurrency_limit_v2').map(({ name }) => name)).toEqual(['tag:gpu', 'mail'])
  file.remove()
})

test('a database that is open for reading only offers no write, and the wire refuses one', async ({
  page,
  openDatabase,
}) => {
  const { file } = leakedLimit()
  await openDatabase(file.path, { readOnly: true })
  await openLimits(page, file)
  await expect(page.getByText('Read-only')).toBeVisible()
  await expect(page.getByRole('row', { name: /^gpu,/ })).toContainText('2 of 2')
  await expect(page.getByRole('button', { name: 'Reset gpu' })).toBeHidden()
  const reset = callFromPage(page, 'concurrencyLimitsV2.resetConcurrencyLimit', {
    name: 'tag:gpu',
  })
  await expect(reset).rejects.toThrow('read_only')
  file.remove()
})

test('a lock that another process holds is told in the dialog, which stays', async ({
  page,
  openDatabase,
}) => {
  const { file } = leakedLimit()
  await openDatabase(file.path)
  await openLimits(page, file)
  await page.getByRole('button', { name: 'Reset gpu' }).click()
  file.run('BEGIN IMMEDIATE')
  await page.getByRole('button', { name: 'Free 2 slots' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('alert')).toContainText('Another process is writing')
  file.run('ROLLBACK')
  await dialog.getByRole('button', { name: 'Free 2 slots' }).click()
  await expect(page.getByRole('row', { name: /^gpu,/ })).toContainText('0 of 2')
  file.remove()
})
