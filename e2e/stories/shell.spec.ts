import { expect, test } from '../fixtures/app-fixture.ts'
import { demoFile } from '../fixtures/demo-file.ts'
import { buildDatabase } from '../../src-main/testing/build-database.ts'

// What stands around every screen: the palette, the keys, saved views, tags, the live switch.

test('the palette goes to a flow, found by a part of its name, by the keyboard alone', async ({
  page,
  openDatabase,
}) => {
  await openDatabase(demoFile())
  await expect(page.getByText('34 flows').first()).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  const input = page.getByRole('combobox', { name: 'Go to' })
  await expect(input).toBeFocused()
  await page.keyboard.type('crm')
  await expect(page.getByRole('option').first()).toContainText('crm')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/flows\/[0-9a-f-]{36}/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('crm')
})

test('the palette finds a run by the beginning of its id', async ({ page, openDatabase }) => {
  const file = buildDatabase()
  const flow = file.add.flow({ name: 'etl' })
  const run = file.add.flowRun({ flow_id: flow.id, name: 'lazy-lemur' })
  await openDatabase(file.path)
  await page.getByRole('button', { name: 'Go to' }).click()
  await page.keyboard.type(run.id.slice(0, 13))
  await page.getByRole('option', { name: /lazy-lemur/ }).click()
  await expect(page).toHaveURL(new RegExp(`#/runs/${run.id}`))
  file.remove()
})

test('the palette runs commands, and says where nothing is found', async ({
  page,
  openDatabase,
}) => {
  await openDatabase(demoFile())
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('no such thing at all')
  await expect(page.getByText('Nothing has this name or id')).toBeVisible()
  await page.getByRole('combobox', { name: 'Go to' }).fill('list keys')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('a question mark lists the keys, but not where one writes', async ({ page, openDatabase }) => {
  await openDatabase(demoFile())
  await expect(page.getByText('34 flows').first()).toBeVisible()
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('?[')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('grid').focus()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Select all rows')
})

test('brackets go back and forward', async ({ page, openDatabase }) => {
  await openDatabase(demoFile())
  await expect(page.getByText('34 flows').first()).toBeVisible()
  await page.getByRole('link', { name: 'Tags', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Tags' })).toBeVisible()
  await page.getByRole('heading', { name: 'Tags' }).click()
  await page.keyboard.press('[')
  await expect(page.getByRole('heading', { name: 'Flows' })).toBeVisible()
  await page.keyboard.press(']')
  await expect(page.getByRole('heading', { name: 'Tags' })).toBeVisible()
})

test('every tag is listed with its counts, which lead to what has it', async ({
  page,
  openDatabase,
}) => {
  const file = buildDatabase()
  const flow = file.add.flow({ name: 'etl', tags: ['nightly', 'gpu'] })
  file.add.flow({ name: 'other' })
  file.add.deployment({ flow_id: flow.id, tags: ['gpu'] })
  for (const tags of [['gpu'], ['gpu', 'gpu'], []]) file.add.flowRun({ flow_id: flow.id, tags })
  await openDatabase(file.path)
  await page.getByRole('link', { name: 'Tags', exact: true }).click()
  await expect(page.getByText('2 tags', { exact: true })).toBeVisible()
  const row = page.getByRole('row', { name: 'gpu' })
  await expect(row.getByRole('gridcell')).toHaveText(['gpu', '1', '2', '1', '–'])
  await row.getByRole('link', { name: /2 flow runs/ }).click()
  await expect(page.getByRole('heading', { name: 'Runs' })).toBeVisible()
  await expect(page.getByText('2 runs', { exact: true }).first()).toBeVisible()
  file.remove()
})

test('a view is saved, comes back by its link, is renamed and deleted', async ({
  page,
  openDatabase,
}) => {
  await openDatabase(demoFile())
  await expect(page.getByText('34 flows').first()).toBeVisible()
  await page.getByRole('row', { name: 'archive-logs' }).getByText('ops', { exact: true }).click()
  await expect(page.getByRole('row', { name: 'aggregate-sales' })).toBeHidden()
  await page.getByRole('button', { name: 'Save this view' }).click()
  await page.getByRole('textbox', { name: 'Name' }).last().fill('Operations')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const views = page.getByRole('region', { name: 'Saved views' })
  await expect(views.getByRole('link', { name: 'Operations' })).toBeVisible()
  await page.getByRole('link', { name: 'Flows', exact: true }).click()
  await expect(page.getByRole('row', { name: 'aggregate-sales' })).toBeVisible()
  await page.reload()
  await views.getByRole('link', { name: 'Operations' }).click()
  await expect(page.getByRole('row', { name: 'aggregate-sales' })).toBeHidden()
  await views.getByRole('button', { name: 'Change the view Operations' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Name' }).last().fill('Ops')
  await page.getByRole('button', { name: 'Rename', exact: true }).click()
  await expect(views.getByRole('link', { name: 'Ops', exact: true })).toBeVisible()
  await views.getByRole('button', { name: 'Change the view Ops' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(views).toBeHidden()
})

test('saved views belong to one database', async ({ page, openDatabase }) => {
  const [first, second] = [buildDatabase(), buildDatabase()]
  first.add.flow({ name: 'one' })
  second.add.flow({ name: 'two' })
  await openDatabase(first.path)
  await expect(page.getByRole('row', { name: 'one' })).toBeVisible()
  await page.getByRole('button', { name: 'Save this view' }).click()
  await page.getByRole('textbox', { name: 'Name' }).last().fill('Mine')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Mine' })).toBeVisible()
  await openDatabase(second.path)
  await expect(page.getByRole('row', { name: 'two' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Mine' })).toBeHidden()
  await openDatabase(first.path)
  await expect(page.getByRole('link', { name: 'Mine' })).toBeVisible()
  first.remove()
  second.remove()
})

test('while paused nothing that others write appears; after it, all of it does', async ({
  page,
  openDatabase,
}) => {
  const file = buildDatabase()
  file.add.flow({ name: 'first' })
  await openDatabase(file.path)
  await expect(page.getByRole('row', { name: 'first' })).toBeVisible()
  await page.getByRole('switch', { name: 'Live changes' }).click()
  await expect(page.getByRole('switch', { name: 'Live changes' })).not.toBeChecked()
  file.add.flow({ name: 'second' })
  await expect(page.getByText('Last commit by another process')).toBeVisible()
  await page.waitForTimeout(1500)
  await expect(page.getByRole('row', { name: 'second' })).toBeHidden()
  await page.getByRole('switch', { name: 'Live changes' }).click()
  await expect(page.getByRole('row', { name: 'second' })).toBeVisible()
  file.remove()
})

test('times can be shown exactly', async ({ page, openDatabase }) => {
  await openDatabase(demoFile())
  const time = page.getByRole('row', { name: 'aggregate-sales' }).locator('time').first()
  await expect(time).toHaveText(/ago|just now|^in /)
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('exact times')
  await page.keyboard.press('Enter')
  await expect(time).toHaveText(/\d{1,2}:\d{2}/)
})
