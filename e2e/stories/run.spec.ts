import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/app-fixture.ts'
import { at, failedRun, goTo } from '../fixtures/run-stories.ts'
import { buildDatabase } from '../../src-main/testing/build-database.ts'

// A developer looks at a flow run: what it did, and when.

/** The width of a task run's bar, in pixels. */
async function barWidth(page: Page, name: string): Promise<number> {
  const bar = page.getByRole('row', { name }).locator('[role=gridcell] > span[style*=left]').last()
  return (await bar.boundingBox())?.width ?? 0
}

test('the head tells what the run is, and leads to its flow', async ({ page, openDatabase }) => {
  const { file, run } = failedRun()
  await openDatabase(file.path)
  await goTo(page, file.path, `#/runs/${run.id}`)
  await expect(page.getByRole('heading', { name: 'brave-otter' })).toBeVisible()
  const facts = page.getByRole('group', { name: 'Facts' })
  await expect(facts).toContainText('2 s late')
  await expect(facts).toContainText('1 m 40 s')
  await expect(facts).toContainText('schedule, CronSchedule')
  await expect(page.getByText('team: data')).toBeVisible()
  await page.getByRole('button', { name: '1 more' }).click()
  await expect(page.getByRole('region', { name: 'Labels' })).toContainText('prefect.flow.id:')
  await facts.getByRole('link', { name: 'etl' }).click()
  await expect(page).toHaveURL(/#\/flows\//)
  file.remove()
})

test('task runs stand on the timeline in their order; what never began comes last', async ({
  page,
  openDatabase,
}) => {
  const { file, run } = failedRun()
  await openDatabase(file.path)
  await goTo(page, file.path, `#/runs/${run.id}`)
  const rows = page.getByRole('grid', { name: 'Task runs over time' }).getByRole('row')
  await expect(rows).toHaveCount(5)
  await expect(rows.nth(1)).toContainText('extract-0')
  await expect(rows.nth(3)).toContainText('Failed')
  await expect(rows.nth(4)).toContainText('notify-0')
  await expect(
    rows.nth(4).getByRole('gridcell', { name: /not started, expected at/ }),
  ).toBeVisible()
  await rows.nth(1).getByRole('gridcell').last().hover()
  await expect(page.getByText('Took')).toBeVisible()
  file.remove()
})

test('the timeline is walked by the keyboard: Enter opens the task run, back returns to its row', async ({
  page,
  openDatabase,
}) => {
  const { file, run } = failedRun()
  await openDatabase(file.path)
  await goTo(page, file.path, `#/runs/${run.id}`)
  const grid = page.getByRole('grid', { name: 'Task runs over time' })
  await grid.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('row', { selected: true })).toContainText('clean-0')
  await page.keyboard.press('End')
  await expect(page.getByRole('row', { selected: true })).toContainText('notify-0')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'load-0' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('row', { selected: true })).toContainText('load-0')
  file.remove()
})

test('one looks closer with keys, wheel and buttons, moves by dragging, and Fit shows all again', async ({
  page,
  openDatabase,
}) => {
  const { file, run } = failedRun()
  await openDatabase(file.path)
  await goTo(page, file.path, `#/runs/${run.id}`)
  const grid = page.getByRole('grid', { name: 'Task runs over time' })
  await grid.focus()
  const atFirst = await barWidth(page, 'extract-0')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('+')
  await expect.poll(() => barWidth(page, 'extract-0')).toBeGreaterThan(atFirst * 1.2)
  await page.keyboard.press('0')
  await expect.poll(() => barWidth(page, 'extract-0')).toBeCloseTo(atFirst, 0)

  const track = grid.getByRole('row').nth(1).getByRole('gridcell').last()
  const box = await track.boundingBox()
  if (!box) throw new Error('the track is not drawn')
  await page.mouse.move(box.x + box.width / 2, box.y + 10)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -300)
  await page.keyboard.up('Control')
  await expect(page.getByRole('button', { name: 'Bring the bar of extract-0' })).toBeVisible()
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 2, box.y + 10, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => barWidth(page, 'extract-0')).toBeGreaterThan(atFirst * 1.5)
  await page.getByRole('button', { name: 'Fit' }).click()
  await expect.poll(() => barWidth(page, 'extract-0')).toBeCloseTo(atFirst, 0)

  await grid.focus()
  await page.keyboard.press('z')
  await expect.poll(() => barWidth(page, 'extract-0')).toBeGreaterThan(atFirst * 3)
  file.remove()
})

test('names are searched and states are picked; the address keeps both', async ({
  page,
  openDatabase,
}) => {
  const { file, run } = failedRun()
  await openDatabase(file.path)
  await goTo(page, file.path, `#/runs/${run.id}`)
  const rows = page.getByRole('grid', { name: 'Task runs over time' }).getByRole('row')
  await page
    .getByRole('group', { name: 'States' })
    .getByRole('button', { name: /Completed/ })
    .click()
  await expect(page.getByText('2 of 4 task runs')).toBeVisible()
  await page.getByRole('textbox', { name: 'Name of task runs' }).fill('CLEAN')
  await expect(rows).toHaveCount(2)
  await page.reload()
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(1)).toContainText('clean-0')
  await page.getByRole('textbox', { name: 'Name of task runs' }).fill('no such')
  await expect(page.getByText('No task run matches.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(rows).toHaveCount(5)
  file.remove()
})

test('what runs grows, and what is written comes without losing the look or the row', async ({
  page,
  openDatabase,
}) => {
  const file = buildDatabase()
  const flow = file.add.flow()
  const run = file.add.flowRun({ flow_id: flow.id, state_type: 'RUNNING', start_time: at(0) })
  for (const place of [0, 1]) {
    file.add.taskRun({
      flow_run_id: run.id,
      name: `task-${place}`,
      state_type: 'RUNNING',
      expected_start_time: at(place),
      start_time: at(place),
    })
  }
  await openDatabase(file.path)
  await goTo(page, file.path, `#/runs/${run.id}`)
  const grid = page.getByRole('grid', { name: 'Task runs over time' })
  const duration = page.getByRole('row', { name: 'task-0' }).getByRole('gridcell').nth(2)
  const before = await duration.textContent()
  await expect(duration).not.toHaveText(before ?? '')
  await grid.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  const seen = await page.getByText('in sight').textContent()
  file.add.taskRun({
    flow_run_id: run.id,
    name: 'task-2',
    state_type: 'RUNNING',
    start_time: at(5),
  })
  await expect(page.getByRole('row', { name: 'task-2' })).toBeVisible()
  await expect(page.getByRole('row', { selected: true })).toContainText('task-0')
  await expect(page.getByText('in sight')).toHaveText(seen ?? '')
  await expect(grid).toBeFocused()
  file.remove()
})

test('ten thousand task runs are drawn a screen at a time', async ({ page, openDatabase }) => {
  const file = buildDatabase()
  const flow = file.add.flow()
  const run = file.add.flowRun({ flow_id: flow.id, start_time: at(0), end_time: at(500) })
  file.fill(() => {
    for (let place = 0; place < 10_000; place += 1) {
      file.add.taskRun({
        flow_run_id: run.id,
        name: `task-${place}`,
        expected_start_time: at(place / 20),
        start_time: at(place / 20),
        end_time: at(place / 20 + 1),
      })
    }
  })
  await openDatabase(file.path)
  await goTo(page, file.path, `#/runs/${run.id}`)
  const grid = page.getByRole('grid', { name: 'Task runs over time' })
  await expect(grid).toHaveAttribute('aria-rowcount', '10001')
  await grid.focus()
  await page.keyboard.press('End')
  await expect(page.getByRole('row', { selected: true })).toContainText('task-9999')
  expect(await grid.getByRole('row').count()).toBeLessThan(60)
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(2000)
  file.remove()
})

test('states tell when, for how long and why', async ({ page, openDatabase }) => {
  const { file, run } = failedRun()
  file.add.flowRunState({ flow_run_id: run.id, type: 'PENDING', timestamp: at(-5) })
  file.add.flowRunState({
    flow_run_id: run.id,
    type: 'SCHEDULED',
    name: 'Late',
    timestamp: at(-65),
    message: 'It waited',
  })
  await openDatabase(file.path)
  await goTo(page, file.path, `#/runs/${run.id}`)
  await page.getByRole('tab', { name: 'States' }).click()
  const rows = page.getByRole('table', { name: 'States of the flow run' }).getByRole('row')
  await expect(rows.nth(1)).toContainText('Late')
  await expect(rows.nth(1)).toContainText('1 m 0 s')
  await expect(rows.nth(1)).toContainText('It waited')
  await rows.nth(1).getByText('Details').click()
  await expect(rows.nth(1).getByText('"flow_run_id"')).toBeVisible()
  file.remove()
})

test('details show the parameters, the row and the statements', async ({ page, openDatabase }) => {
  const { file, run } = failedRun()
  await openDatabase(file.path)
  await goTo(page, file.path, `#/runs/${run.id}`)
  await page.getByRole('tab', { name: 'Details' }).click()
  await expect(page.getByRole('region', { name: 'the parameters' })).toContainText('s3://bucket')
  const row = page.getByRole('table', { name: 'The row in flow_run' })
  await expect(row.getByRole('row', { name: /^infrastructure_pid/ })).toContainText('null')
  await page.getByRole('tab', { name: 'SQL' }).click()
  await expect(page.getByText('runPages.readFlowRunPage')).toBeVisible()
  file.remove()
})

test('a subflow run and its parent lead to each other', async ({ page, openDatabase }) => {
  const { file, run } = failedRun()
  const flow = file.add.flow({ name: 'child' })
  const through = file.add.taskRun({ flow_run_id: run.id, name: 'child-0', start_time: at(70) })
  file.add.flowRun({ flow_id: flow.id, name: 'small-fish', parent_task_run_id: through.id })
  await openDatabase(file.path)
  await goTo(page, file.path, `#/runs/${run.id}`)
  await expect(page.getByRole('link', { name: 'Subflow run of child-0' })).toBeVisible()
  await page.getByRole('tab', { name: 'Subflow runs' }).click()
  await page.getByRole('link', { name: 'small-fish' }).click()
  await expect(page.getByRole('heading', { name: 'small-fish' })).toBeVisible()
  await page
    .getByRole('group', { name: 'Facts' })
    .getByRole('link', { name: 'brave-otter' })
    .click()
  await expect(page.getByRole('heading', { name: 'brave-otter' })).toBeVisible()
  file.remove()
})

test('a run that is not there says so, with a way back', async ({ page, openDatabase }) => {
  const file = buildDatabase()
  await openDatabase(file.path)
  await goTo(page, file.path, '#/runs')
  for (const id of ['f2000000-0000-4000-8000-00000000dead', 'no-id']) {
    await page.evaluate((next) => (location.hash = next), `#/runs/${id}`)
    await expect(page.getByText(`no flow run with the id ${id}`)).toBeVisible()
  }
  await page.getByRole('button', { name: 'Show all runs' }).click()
  await expect(page).toHaveURL(/#\/runs$/)
  file.remove()
})

test('a run that Prefect cannot read is shown as it is, marked', async ({ page, openDatabase }) => {
  const file = buildDatabase({ foreignKeys: false })
  const run = file.add.flowRun({
    flow_id: 'f1000000-0000-4000-8000-00000000dead',
    name: 'odd-one',
    state_type: 'RUNNING',
    start_time: at(0),
  })
  const task = file.add.taskRun({ flow_run_id: run.id, name: 'odd-task' })
  file.run(
    "UPDATE flow_run SET state_type = 'TELEPORTED', state_name = 'Gone', tags = '{no', parameters = '{no'",
  )
  file.run("UPDATE task_run SET state_type = 'TELEPORTED', state_name = NULL, start_time = 'soon'")
  await openDatabase(file.path)
  await goTo(page, file.path, `#/runs/${run.id}`)
  await expect(page.getByRole('heading', { name: 'odd-one' })).toBeVisible()
  await expect(page.getByRole('img', { name: 'There is no such flow' })).toBeVisible()
  await expect(page.getByText('{no').first()).toBeVisible()
  await expect(page.getByRole('row', { name: task.name })).toContainText('TELEPORTED')
  await page.getByRole('tab', { name: 'Details' }).click()
  await expect(page.getByText('This is not JSON')).toBeVisible()
  file.remove()
})
