import type { DatabaseFile } from '../../src-main/testing/build-database.ts'
import { expect, test } from '../fixtures/app-fixture.ts'
import { addFilter, chip, fewFlows, flowsAre, line, openLink } from '../fixtures/filter-line.ts'

// A developer asks a database for just those flows, runs or deployments that matter now.

let file: DatabaseFile
test.beforeEach(async ({ page, openDatabase }) => {
  file = fewFlows()
  await openDatabase(file.path)
  // Opening a database leads to its flows: a link that is followed before is left again.
  await expect(page.getByRole('row', { name: 'idle' })).toBeVisible()
})
test.afterEach(() => file.remove())

test('a state is asked by mouse: the chip says it, back and forward walk through it', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Add filter' }).click()
  await page.getByRole('option', { name: 'State of a run' }).click()
  const editor = page.getByRole('dialog', { name: 'state' })
  await editor.getByRole('checkbox', { name: 'Failed' }).click()
  await expect(chip(page, 'state is Failed')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Scheduled' }).click()
  await page.getByRole('heading', { name: 'Flows' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(chip(page, 'state is Scheduled or Failed')).toBeVisible()
  await expect(line(page)).toContainText('with a flow run whose')
  await expect(line(page).getByText('2 flows', { exact: true })).toBeVisible()
  await flowsAre(page, ['late', 'broken'])
  await page.goBack()
  await flowsAre(page, ['broken'])
  await page.goForward()
  await flowsAre(page, ['late', 'broken'])
  await page.getByRole('button', { name: 'Remove: state is Scheduled or Failed' }).click()
  await flowsAre(page, ['late', 'broken', 'fine', 'idle'])
})

test('by keyboard alone a tag is found, its chip changed in place, and removed', async ({
  page,
}) => {
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Add filter' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Condition' })).toBeFocused()
  await page.keyboard.type('common tag')
  await page.keyboard.press('Enter')
  const values = page.getByRole('combobox', { name: 'Has all of' })
  await expect(values).toBeFocused()
  await expect(page.getByRole('option', { name: 'etl' })).toContainText('2')
  await page.keyboard.type('etl')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(chip(page, 'tags include etl')).toBeVisible()
  await page.keyboard.press('Escape')
  await flowsAre(page, ['late', 'broken'])
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await chip(page, 'tags include etl').press('Enter')
  await expect(values).toBeFocused()
  await page.keyboard.type('hou')
  await expect(page.getByRole('option')).toHaveCount(2)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  const changed = chip(page, 'tags include etl and hourly')
  await expect(changed).toBeFocused()
  await flowsAre(page, ['late'])
  await page.keyboard.press('Delete')
  await expect(changed).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Add filter' })).toBeFocused()
})

test('the common questions are one click', async ({ page }) => {
  await addFilter(page, 'never ran')
  await expect(chip(page, 'never ran')).toBeVisible()
  await flowsAre(page, ['late', 'idle'])
  await addFilter(page, 'without deployment')
  await flowsAre(page, ['idle'])
  await page.getByRole('button', { name: 'Clear all' }).click()
  await addFilter(page, 'without tags')
  await flowsAre(page, ['fine', 'idle'])
  await page.getByRole('button', { name: 'Clear all' }).click()
  await addFilter(page, 'common deployment')
  await page.getByRole('option', { name: 'nightly' }).click()
  await expect(chip(page, 'id is nightly')).toBeVisible()
  await flowsAre(page, ['late'])
})

test('a run that is to come has not run since', async ({ page }) => {
  await openLink(page, '#/flows')
  await addFilter(page, 'ran in the last 30 days')
  await expect(chip(page, /^start from .* and is set$/)).toBeVisible()
  await expect(page.getByRole('row', { name: 'late' })).toBeHidden()
})

test('an empty object asks for one row at least, and or says what it does', async ({ page }) => {
  await addFilter(page, 'has a flow run')
  await expect(chip(page, 'has a flow run')).toBeVisible()
  await flowsAre(page, ['late', 'broken', 'fine'])
  await openLink(
    page,
    '#/flows?filter={"flows":{"name":{"like_":"fin"},"tags":{"all_":["hourly"]}}}',
  )
  await expect(page.getByText('No flow matches.')).toBeVisible()
  await page.getByRole('button', { name: 'Joined by and; change it' }).click()
  await flowsAre(page, ['late', 'fine'])
  await openLink(
    page,
    '#/flows?filter={"flows":{"operator":"or_","name":{},"tags":{"all_":["hourly"]}}}',
  )
  await flowsAre(page, ['late', 'broken', 'fine', 'idle'])
  await chip(page, /^(Warning )?name: no condition$/).click()
  await expect(page.getByRole('dialog')).toContainText('the whole group asks nothing')
})

test('a list without a value is told where it bites', async ({ page }) => {
  await openLink(page, '#/flows?filter={"flows":{"name":{"any_":[]}}}')
  await expect(page.getByText('No flow matches.')).toBeVisible()
  await chip(page, /^(Warning )?name is one of none$/).click()
  await expect(page.getByRole('dialog')).toContainText('An empty list matches no row.')
})

test('a value that can be none is told at its field', async ({ page }) => {
  await addFilter(page, 'flow id is none of')
  const ids = page.getByRole('combobox', { name: 'Is one of' })
  await expect(ids).toBeFocused()
  await page.keyboard.type('no such flow')
  await expect(page.getByText('an id has 32 hexadecimal digits')).toBeVisible()
  await ids.fill('idle')
  await page.getByRole('option', { name: 'idle' }).click()
  await expect(chip(page, 'id is idle')).toBeVisible()
  await page.getByRole('button', { name: 'Is none of' }).click()
  await expect(page.getByRole('combobox', { name: 'Is none of' })).toBeFocused()
  await expect(page.getByRole('dialog')).toContainText('not_any_')
})

test('labels are asked with their types, and are no part of Prefect’s JSON', async ({ page }) => {
  await addFilter(page, 'common label')
  await expect(page.getByRole('combobox', { name: 'Key of the label' })).toBeFocused()
  await page.getByRole('option', { name: 'size' }).click()
  await page.getByRole('option', { name: '1 text' }).click()
  await expect(chip(page, 'flow label size is “1”')).toBeVisible()
  await flowsAre(page, ['fine'])
  await page.getByRole('option', { name: '1 whole number' }).click()
  await expect(chip(page, 'flow label size is 1')).toBeVisible()
  await flowsAre(page, ['broken'])
  await expect(page.getByRole('dialog')).toContainText('Prefect’s API cannot ask for labels')
  await page.getByRole('combobox', { name: 'Value of the label' }).fill('one')
  await expect(page.getByText('A whole number, such as 3')).toBeVisible()
  await flowsAre(page, ['broken'])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Filter as JSON' }).click()
  await expect(page.getByRole('textbox', { name: 'Filter' })).toHaveValue('{}')
  await expect(page.getByRole('dialog', { name: 'Filter as JSON' })).toContainText('labels')
})
