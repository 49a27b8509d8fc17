import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../fixtures/app-fixture.ts'
import { goTo } from '../fixtures/run-stories.ts'
import { buildDatabase, type DatabaseFile } from '../../src-main/testing/build-database.ts'
import type { Rows } from '../../src-main/testing/rows.ts'

// A developer looks at a task run: what it was given, how often it tried, what it said.

/** A task run that was made of another's result, tried three times and failed. */
function failedTask(): { file: DatabaseFile; run: Rows['flow_run']; task: Rows['task_run'] } {
  const file = buildDatabase()
  const flow = file.add.flow({ name: 'etl' })
  const run = file.add.flowRun({ flow_id: flow.id, name: 'brave-otter', state_type: 'FAILED' })
  const first = file.add.taskRun({ flow_run_id: run.id, name: 'extract-0' })
  const task = file.add.taskRun({
    flow_run_id: run.id,
    name: 'load-0',
    state_type: 'FAILED',
    run_count: 3,
    tags: ['database'],
    cache_key: 'orders-2026',
    empirical_policy: { retries: 2, retry_delay: [1, 90], retry_jitter_factor: null },
    task_inputs: {
      data: [{ input_type: 'task_run', id: first.id }],
      path: [{ input_type: 'parameter', name: 'source' }],
      size: [{ input_type: 'constant', type: 'int' }],
      odd: [{ input_type: 'mystery' }],
    },
  })
  file.add.log({ flow_run_id: run.id, task_run_id: task.id, message: 'Row 7 is bad', level: 40 })
  file.add.log({ flow_run_id: run.id, task_run_id: first.id, message: 'Of another one' })
  return { file, run, task }
}

test('the head tells what the task run is, and leads to its flow run', async ({
  page,
  openDatabase,
}) => {
  const { file, task } = failedTask()
  await openDatabase(file.path)
  await goTo(page, file.path, `#/task-runs/${task.id}`)
  await expect(page.getByRole('heading', { name: 'load-0' })).toBeVisible()
  const facts = page.getByRole('group', { name: 'Facts' })
  await expect(facts).toContainText('3 runs; up to 2 retries, 1 s, 1 m 30 s apart')
  await expect(page.getByText('database', { exact: true })).toBeVisible()
  await facts.getByRole('link', { name: 'brave-otter' }).click()
  await expect(page.getByRole('heading', { name: 'brave-otter' })).toBeVisible()
  file.remove()
})

test('its logs are its own', async ({ page, openDatabase }) => {
  const { file, task } = failedTask()
  await openDatabase(file.path)
  await goTo(page, file.path, `#/task-runs/${task.id}`)
  await expect(page.getByText('Row 7 is bad')).toBeVisible()
  await expect(page.getByText('1 line', { exact: true })).toBeVisible()
  await expect(page.getByText('Of another one')).toBeHidden()
  file.remove()
})

test('each input tells where it came from, and leads there by the keyboard', async ({
  page,
  openDatabase,
}) => {
  const { file, task } = failedTask()
  await openDatabase(file.path)
  await goTo(page, file.path, `#/task-runs/${task.id}`)
  await page.getByRole('tab', { name: 'Logs' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const rows = page.getByRole('table', { name: 'Inputs' }).getByRole('row')
  await expect(rows.nth(1)).toContainText('result of the task run')
  await expect(rows.nth(1)).toContainText('Completed')
  await expect(rows.nth(2)).toContainText('parameter of the flow run source')
  await expect(rows.nth(3)).toContainText('constant of type int')
  await expect(rows.nth(4)).toContainText('{"input_type":"mystery"}')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'extract-0' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'extract-0' })).toBeVisible()
  file.remove()
})

test('details show the cache key, the retries, the row and the statements', async ({
  page,
  openDatabase,
}) => {
  const { file, task } = failedTask()
  await openDatabase(file.path)
  await goTo(page, file.path, `#/task-runs/${task.id}?part=details`)
  await expect(page.getByRole('region', { name: 'Task', exact: true })).toContainText('orders-2026')
  await expect(page.getByRole('region', { name: 'Task', exact: true })).toContainText('never')
  const row = page.getByRole('table', { name: 'The row in task_run' })
  await expect(row.getByRole('row', { name: /^run_count/ })).toContainText('3')
  await page.getByRole('tab', { name: 'States' }).click()
  await expect(page.getByRole('table', { name: 'States of the task run' })).toContainText('Failed')
  await page.getByRole('tab', { name: 'SQL' }).click()
  await expect(page.getByText('runPages.readTaskRunPage')).toBeVisible()
  file.remove()
})

test('a task run that is not there says so, with a way back', async ({ page, openDatabase }) => {
  const file = buildDatabase()
  await openDatabase(file.path)
  await goTo(page, file.path, '#/task-runs/a2000000-0000-4000-8000-00000000dead')
  await expect(page.getByText('no task run with the id')).toBeVisible()
  await page.getByRole('button', { name: 'Show all runs' }).click()
  await expect(page).toHaveURL(/#\/runs$/)
  file.remove()
})

test('a task run that Prefect cannot read is shown as it is, marked', async ({
  page,
  openDatabase,
}) => {
  const { file, task } = failedTask()
  file.run("UPDATE task_run SET state_type = 'TELEPORTED', state_name = NULL, tags = '{no'")
  file.run("UPDATE task_run SET task_inputs = '{no', empirical_policy = '[]'")
  await openDatabase(file.path)
  await goTo(page, file.path, `#/task-runs/${task.id}?part=inputs`)
  await expect(page.getByText('TELEPORTED')).toBeVisible()
  await expect(page.getByText('This is not JSON')).toBeVisible()
  await expect(page.getByRole('img', { name: 'Prefect cannot read this value' })).toBeVisible()
  file.remove()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any part of a task run, ${colorScheme}`, async ({
    page,
    openDatabase,
  }) => {
    const { file, task } = failedTask()
    await page.emulateMedia({ colorScheme })
    await openDatabase(file.path)
    await goTo(page, file.path, `#/task-runs/${task.id}`)
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      await expect(tab).toHaveAttribute('aria-selected', 'true')
      await page.waitForTimeout(300)
      const { violations } = await new AxeBuilder({ page })
        .include('main')
        .setLegacyMode(true)
        .analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    }
    file.remove()
  })
}
