import { expect, test } from '../fixtures/app-fixture.ts'
import { demoFile } from '../fixtures/demo-file.ts'
import { buildDatabase } from '../../src-main/testing/build-database.ts'

// A developer opens a database and looks through its flows.

test('every flow stands in the table, with what its runs amount to', async ({
  page,
  openDatabase,
}) => {
  await openDatabase(demoFile())
  await expect(page.getByRole('heading', { name: 'Flows' })).toBeVisible()
  await expect(page.getByText('34 flows')).toBeVisible()
  const row = page.getByRole('row', { name: 'aggregate-sales' })
  await expect(row.getByRole('gridcell').nth(3)).toContainText(/Running|Completed/)
  await expect(row.getByRole('gridcell').nth(5)).toContainText(/\d/)
})

test('a name is searched while it is typed, and Clear all brings the rest back', async ({
  page,
  openDatabase,
}) => {
  await openDatabase(demoFile())
  await page.getByRole('textbox', { name: 'Name' }).fill('load-')
  await expect(page.getByText(/^\d flows$/)).toBeVisible()
  await expect(page.getByRole('row', { name: 'load-customers' })).toBeVisible()
  await expect(page.getByRole('row', { name: 'hello-world' })).toBeHidden()
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(page.getByRole('row', { name: 'hello-world' })).toBeVisible()
})

test('a click on a tag filters by it, and the step back undoes that', async ({
  page,
  openDatabase,
}) => {
  await openDatabase(demoFile())
  await page.getByRole('row', { name: 'archive-logs' }).getByText('ops', { exact: true }).click()
  await expect(page.getByRole('row', { name: 'archive-logs' })).toBeVisible()
  await expect(page.getByRole('row', { name: 'aggregate-sales' })).toBeHidden()
  await page.goBack()
  await expect(page.getByRole('row', { name: 'aggregate-sales' })).toBeVisible()
})

test('flows with a run in a state are asked by that state', async ({ page, openDatabase }) => {
  const file = buildDatabase()
  const failing = file.add.flow({ name: 'failing' })
  file.add.flowRun({ flow_id: failing.id, state_type: 'FAILED' })
  file.add.flowRun({ flow_id: file.add.flow({ name: 'fine' }).id, state_type: 'COMPLETED' })
  await openDatabase(file.path)
  await page.getByRole('combobox', { name: 'State of runs' }).click()
  await page.getByRole('option', { name: 'Failed' }).click()
  await expect(page.getByText('1 flow', { exact: true })).toBeVisible()
  await expect(page.getByRole('row', { name: 'failing' })).toBeVisible()
  file.remove()
})

test('a column sorts all flows, those without the value last', async ({ page, openDatabase }) => {
  const file = buildDatabase()
  for (const [name, count] of [
    ['none', 0],
    ['two', 2],
    ['one', 1],
  ] as const) {
    const flow = file.add.flow({ name })
    for (let run = 0; run < count; run += 1) file.add.flowRun({ flow_id: flow.id })
  }
  await openDatabase(file.path)
  const first = page.getByRole('row').nth(1)
  await page.getByRole('button', { name: 'Runs by state' }).click()
  await expect(first).toContainText('two')
  await page.getByRole('button', { name: 'Runs by state' }).click()
  await expect(first).toContainText('none')
  await page.getByRole('button', { name: 'Last run' }).click()
  await expect(page.getByRole('row').last()).toContainText('none')
  file.remove()
})

test('a hidden column stays hidden, and can be had back', async ({ page, openDatabase }) => {
  await openDatabase(demoFile())
  const labels = page.getByRole('columnheader', { name: 'Labels' })
  await expect(labels).toBeVisible()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Labels' }).click()
  await expect(labels).toBeHidden()
  await page.reload()
  await expect(page.getByRole('columnheader', { name: 'Tags' })).toBeVisible()
  await expect(labels).toBeHidden()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitem', { name: 'Show as at first' }).click()
  await expect(labels).toBeVisible()
})

test('a column that was made wider stays so', async ({ page, openDatabase }) => {
  await openDatabase(demoFile())
  const tags = page.getByRole('columnheader', { name: 'Tags' })
  const before = (await tags.boundingBox())?.width ?? 0
  const edge = page.getByRole('separator', { name: 'Width of Tags' })
  await edge.focus()
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await tags.boundingBox())?.width).toBe(before + 64)
  // Widths are kept when the hand rests.
  await page.waitForTimeout(600)
  await page.reload()
  await expect.poll(async () => (await tags.boundingBox())?.width).toBe(before + 64)
})

test('the table is walked by the keyboard alone', async ({ page, openDatabase }) => {
  await openDatabase(demoFile())
  const table = page.getByRole('grid', { name: 'Flows' })
  await table.focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('row', { selected: true })).toContainText('aggregate-sales')
  await page.keyboard.press('End')
  await expect(page.getByRole('row', { selected: true })).toBeVisible()
  await page.keyboard.press('Home')
  await expect(page.getByRole('row', { selected: true })).toContainText('aggregate-sales')
  await page.keyboard.press('ControlOrMeta+f')
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
})

test('nothing that matches says so, and offers the way back', async ({ page, openDatabase }) => {
  await openDatabase(demoFile())
  await page.getByRole('textbox', { name: 'Name' }).fill('no such flow')
  await expect(page.getByText('No flow matches.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page.getByRole('row', { name: 'hello-world' })).toBeVisible()
})

test('a database without flows says so', async ({ page, openDatabase }) => {
  const file = buildDatabase()
  await openDatabase(file.path)
  await expect(page.getByText('This database has no flows yet')).toBeVisible()
  file.remove()
})

test('what another process writes appears within a second or so, and nothing jumps', async ({
  page,
  openDatabase,
}) => {
  const file = buildDatabase()
  file.add.flow({ name: 'first' })
  await openDatabase(file.path)
  await page.getByRole('row', { name: 'first' }).click()
  file.add.flow({ name: 'second' })
  await expect(page.getByRole('row', { name: 'second' })).toBeVisible()
  await expect(page.getByRole('row', { selected: true })).toContainText('first')
  file.add.flow({ name: 'third' })
  await expect(page.getByRole('row', { name: 'third' })).toBeVisible()
  await expect(page.getByText('Last commit by another process')).toBeVisible()
  file.remove()
})
