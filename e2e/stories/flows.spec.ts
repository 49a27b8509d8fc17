import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures/app-fixture.ts'
import { demoFile } from '../fixtures/demo-file.ts'
import { buildDatabase } from '../../src-main/testing/build-database.ts'

// A developer opens a database and looks through its flows.

function cell(row: Locator, column: string): Locator {
  return row.locator(`[data-column="${column}"]`)
}

/** Another file that is opened brings its flows to the screen: a link that came before would be lost. */
async function untilOpened(page: Page): Promise<void> {
  await expect(page.getByRole('grid', { name: 'Flows' }).locator('[data-index="0"]')).toBeVisible()
}

/** Goes to a link as one pastes it. */
async function goTo(page: Page, link: string): Promise<void> {
  await untilOpened(page)
  await page.evaluate((hash) => void (location.hash = hash), link)
}

function count(page: Page, text: string | RegExp): Locator {
  return page.getByRole('search').getByText(text, { exact: true })
}

/** The row that the keys have walked to. */
function activeRow(page: Page): Locator {
  return page.locator('[role="row"][data-active]')
}

test('every flow stands in the table, with what its runs amount to', async ({
  page,
  openDatabase,
}) => {
  await openDatabase(demoFile())
  await expect(page.getByRole('heading', { name: 'Flows' })).toBeVisible()
  await expect(count(page, '34 flows')).toBeVisible()
  const row = page.getByRole('row', { name: 'aggregate-sales' })
  await expect(cell(row, 'lastRun')).toContainText(/Running|Completed/)
  await expect(cell(row, 'runs')).toContainText(/\d/)
  await expect(cell(row, 'history').getByRole('img')).toHaveAccessibleName(/^\d+ runs in 30 days$/)
})

test('a name is searched while it is typed, and Clear all brings the rest back', async ({
  page,
  openDatabase,
}) => {
  await openDatabase(demoFile())
  await page.getByRole('textbox', { name: 'Name' }).fill('load-')
  await expect(count(page, /^\d flows$/)).toBeVisible()
  await expect(page.getByRole('row', { name: 'load-customers' })).toBeVisible()
  await expect(page.getByRole('row', { name: 'hello-world' })).toBeHidden()
  await page.getByRole('textbox', { name: 'Name' }).fill('')
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
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(page.getByRole('row', { name: 'aggregate-sales' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('row', { name: 'aggregate-sales' })).toBeHidden()
  await page.goBack()
  await expect(page.getByRole('row', { name: 'aggregate-sales' })).toBeVisible()
})

test('a link with a filter, an order and columns shows just that', async ({
  page,
  openDatabase,
}) => {
  const file = buildDatabase()
  for (const [name, state] of [
    ['failing', 'FAILED'],
    ['failing too', 'FAILED'],
    ['fine', 'COMPLETED'],
  ] as const) {
    file.add.flowRun({ flow_id: file.add.flow({ name }).id, state_type: state })
  }
  await openDatabase(file.path)
  const filter = encodeURIComponent('{"flow_runs":{"state":{"type":{"any_":["FAILED"]}}}}')
  const columns = encodeURIComponent('["name","failureRate"]')
  await goTo(page, `/flows?filter=${filter}&sort=name&descending=true&columns=${columns}`)
  await expect(count(page, '2 flows')).toBeVisible()
  await expect(page.getByRole('row').nth(1)).toHaveAccessibleName('failing too')
  await expect(page.getByRole('columnheader')).toHaveCount(2)
  await expect(cell(page.getByRole('row').nth(1), 'failureRate')).toHaveText('100%')
  file.remove()
})

test('a link that is understood in part says what was left out', async ({ page, openDatabase }) => {
  await openDatabase(demoFile())
  const filter = encodeURIComponent('{"flows":{"name":{"like_":"load-"},"bogus":1},"robots":{}}')
  await goTo(page, `/flows?filter=${filter}`)
  const notice = page.getByRole('alert').filter({ hasText: 'understood in part' })
  await expect(notice).toContainText('filter.flows.bogus')
  await expect(notice).toContainText('filter.robots')
  await expect(page.getByRole('row', { name: 'load-customers' })).toBeVisible()
  await expect(page.getByRole('row', { name: 'hello-world' })).toBeHidden()
  await notice.getByRole('button', { name: 'Clear' }).click()
  await expect(notice).toBeHidden()
  await expect(page.getByRole('row', { name: 'hello-world' })).toBeVisible()
})

test('a column sorts all flows, those without the value last', async ({ page, openDatabase }) => {
  const file = buildDatabase()
  for (const [name, runs] of [
    ['none', 0],
    ['two', 2],
    ['one', 1],
  ] as const) {
    const flow = file.add.flow({ name })
    for (let run = 0; run < runs; run += 1) file.add.flowRun({ flow_id: flow.id })
  }
  await openDatabase(file.path)
  const first = page.getByRole('row').nth(1)
  const header = page.getByRole('columnheader', { name: 'Runs by state' })
  await header.getByText('Runs by state').click()
  await expect(header).toHaveAttribute('aria-sort', /.+/)
  await expect(page.getByRole('row').last()).toHaveAccessibleName('none')
  await expect(first).not.toHaveAccessibleName('none')
  await header.getByText('Runs by state').click()
  await expect(page.getByRole('row').last()).toHaveAccessibleName('none')
  file.remove()
})

test('a hidden column stays hidden, and can be had back', async ({ page, openDatabase }) => {
  await openDatabase(demoFile())
  const labels = page.getByRole('columnheader', { name: 'Labels' })
  await expect(labels).toBeVisible()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Labels' }).click()
  await expect(labels).toBeHidden()
  await page.reload()
  await expect(page.getByRole('columnheader', { name: 'Tags' })).toBeVisible()
  await expect(labels).toBeHidden()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('button', { name: 'Show as at first' }).click()
  await expect(labels).toBeVisible()
})

test('a column that was made wider stays so', async ({ page, openDatabase }) => {
  await openDatabase(demoFile())
  const tags = page.getByRole('columnheader', { name: 'Tags' })
  await expect(tags).toBeVisible()
  const before = (await tags.boundingBox())?.width ?? 0
  await page.getByRole('grid', { name: 'Flows' }).focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(async () => (await tags.boundingBox())?.width).toBe(before + 64)
  // Widths are kept when the hand rests.
  await page.waitForTimeout(600)
  await page.reload()
  await expect.poll(async () => (await tags.boundingBox())?.width).toBe(before + 64)
})

test('a click shows the details, Esc hides them', async ({ page, openDatabase }) => {
  await openDatabase(demoFile())
  const row = page.getByRole('row', { name: 'check-endpoints' })
  await cell(row, 'runs').click()
  const details = page.getByRole('complementary', { name: 'Details of check-endpoints' })
  await expect(details).toContainText('Failure rate')
  await expect(page).toHaveURL(/open=/)
  await page.keyboard.press('Escape')
  await expect(details).toBeHidden()
})

test('a day of the history leads to the runs of that flow and day', async ({
  page,
  openDatabase,
}) => {
  const file = buildDatabase()
  const now = new Date().toISOString().replace('T', ' ').replace('Z', '000')
  const flow = file.add.flow({ name: 'busy' })
  for (const name of ['first', 'second']) {
    file.add.flowRun({ flow_id: flow.id, name, start_time: now, state_type: 'COMPLETED' })
  }
  file.add.flowRun({ flow_id: file.add.flow({ name: 'other' }).id, name: 'third', start_time: now })
  await openDatabase(file.path)
  const strip = cell(page.getByRole('row', { name: 'busy' }), 'history').getByRole('img')
  await expect(strip).toHaveAccessibleName('2 runs in 30 days')
  await strip.click({ position: { x: 29 * 4 + 1, y: 11 } })
  await expect(page.getByRole('heading', { name: 'Runs' })).toBeVisible()
  await expect(count(page, '2 runs')).toBeVisible()
  await expect(page.getByRole('row', { name: 'second' })).toBeVisible()
  file.remove()
})

test('parents and children are named, and lead to their pages', async ({ page, openDatabase }) => {
  const file = buildDatabase()
  const parent = file.add.flow({ name: 'outer' })
  const child = file.add.flow({ name: 'inner' })
  const run = file.add.flowRun({ flow_id: parent.id })
  const task = file.add.taskRun({ flow_run_id: run.id })
  file.add.flowRun({ flow_id: child.id, parent_task_run_id: task.id })
  await openDatabase(file.path)
  await goTo(page, `/flows?columns=${encodeURIComponent('["parents","children"]')}`)
  const row = page.getByRole('row', { name: 'outer' })
  await expect(cell(row, 'children')).toHaveText('inner')
  await expect(cell(page.getByRole('row', { name: 'inner' }), 'parents')).toHaveText('outer')
  await cell(row, 'children').getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`#/flows/${child.id}`))
  file.remove()
})

test('what Prefect cannot read is shown as it is stored, and marked', async ({
  page,
  openDatabase,
}) => {
  const file = buildDatabase()
  const tags = file.add.flow({ name: 'odd tags' })
  const labels = file.add.flow({ name: 'odd labels' })
  file.run('UPDATE flow SET tags = ? WHERE id = ?', '{not json', tags.id)
  file.run('UPDATE flow SET labels = ? WHERE id = ?', '{"a": null}', labels.id)
  await openDatabase(file.path)
  const marked = cell(page.getByRole('row', { name: 'odd tags' }), 'tags')
  await expect(marked).toContainText('{not json')
  await expect(marked.getByRole('img', { name: 'Prefect cannot read this value' })).toBeVisible()
  const label = cell(page.getByRole('row', { name: 'odd labels' }), 'labels')
  await expect(label).toContainText('a: null')
  await expect(label.getByRole('img', { name: 'Prefect cannot read this value' })).toBeVisible()
  file.remove()
})

test('the menu of a row leads to its runs', async ({ page, openDatabase }) => {
  await openDatabase(demoFile())
  await cell(page.getByRole('row', { name: 'load-invoices' }), 'runs').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Show the runs' }).click()
  await expect(page.getByRole('heading', { name: 'Runs' })).toBeVisible()
  await expect(count(page, /^\d+ runs$/)).toBeVisible()
  await expect(cell(page.getByRole('row').nth(1), 'flow')).toHaveText('load-invoices')
})

test('the table is walked by the keyboard alone', async ({ page, openDatabase }) => {
  await openDatabase(demoFile())
  await page.getByRole('grid', { name: 'Flows' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(activeRow(page)).toHaveAccessibleName('aggregate-sales')
  await page.keyboard.press('End')
  await expect(activeRow(page)).toBeVisible()
  await page.keyboard.press('Home')
  await expect(activeRow(page)).toHaveAccessibleName('aggregate-sales')
  await page.keyboard.press('ControlOrMeta+f')
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
})

test('by the keyboard alone a flow is found, opened, and left again', async ({
  page,
  openDatabase,
}) => {
  await openDatabase(demoFile())
  await expect(page.getByRole('row', { name: 'hello-world' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('hello')
  await expect(count(page, '1 flow')).toBeVisible()
  await page.getByRole('grid', { name: 'Flows' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menuitem', { name: 'Show the runs' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/flows\/[0-9a-f-]{36}/)
  await page.goBack()
  await expect(count(page, '1 flow')).toBeVisible()
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
  await cell(page.getByRole('row', { name: 'first' }), 'tags').click()
  const details = page.getByRole('complementary', { name: 'Details of first' })
  await expect(details).toBeVisible()
  await page.getByRole('textbox', { name: 'Name' }).pressSequentially('d')
  file.add.flow({ name: 'second' })
  await expect(page.getByRole('row', { name: 'second' })).toBeVisible()
  await expect(details).toBeVisible()
  await page.getByRole('textbox', { name: 'Name' }).fill('')
  await expect(page.getByRole('row', { name: 'first' })).toHaveAttribute('aria-current', 'true')
  file.add.flow({ name: 'third' })
  await expect(page.getByRole('row', { name: 'third' })).toBeVisible()
  await expect(page.getByText('Last commit by another process')).toBeVisible()
  file.remove()
})
