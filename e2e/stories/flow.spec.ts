import type { Page } from '@playwright/test'
import { buildDatabase, type DatabaseFile } from '../../src-main/testing/build-database.ts'
import { expect, test } from '../fixtures/app-fixture.ts'

// A developer looks at one flow: how its runs went, when it runs next, what is stored of it.

/** Noon so many days ago on this clock, as the database has it. */
function daysAgo(days: number): string {
  const noon = new Date()
  noon.setDate(noon.getDate() - days)
  noon.setHours(12, 0, 0, 0)
  return noon.toISOString().replace('T', ' ').replace('Z', '000')
}

/** A flow with two failures two days ago, a run five days ago, three runs eight days ago, and one to come. */
function someRuns(): { file: DatabaseFile; flowId: string } {
  const file = buildDatabase()
  const labels = { team: 'web', tier: 2 }
  const flow = file.add.flow({ name: 'etl', tags: ['nightly', 'sales'], labels })
  const deployment = file.add.deployment({ flow_id: flow.id, name: 'production' })
  file.add.deploymentSchedule({
    deployment_id: deployment.id,
    schedule: { cron: '30 6 * * 1-5', timezone: 'Europe/Berlin', day_or: true },
  })
  const run = (name: string, days: number, state = 'COMPLETED'): void => {
    const start = daysAgo(days)
    const times = { expected_start_time: start, start_time: start, created: start }
    file.add.flowRun({
      flow_id: flow.id,
      deployment_id: deployment.id,
      name,
      state_type: state as 'COMPLETED',
      ...times,
    })
  }
  run('failed-one', 2, 'FAILED')
  run('failed-two', 2, 'FAILED')
  run('lonely', 5)
  for (const name of ['old-one', 'old-two', 'old-three']) run(name, 8)
  const next = daysAgo(-1)
  file.add.flowRun({
    flow_id: flow.id,
    deployment_id: deployment.id,
    name: 'to-come',
    state_type: 'SCHEDULED',
    expected_start_time: next,
    next_scheduled_start_time: next,
    auto_scheduled: 1,
  })
  file.add.flow({ name: 'other' })
  return { file, flowId: flow.id }
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
}

/** A database that is opened shows its flows first. */
async function openPage(page: Page, hash: string): Promise<void> {
  await expect(page.getByRole('row', { name: 'etl' })).toBeVisible()
  await goTo(page, hash)
}

function runRow(page: Page, name: string): ReturnType<Page['getByRole']> {
  return page.getByRole('grid', { name: 'Flow runs' }).getByRole('row', { name })
}

test('a flow leads from the list to its page, which tells how its runs went', async ({
  page,
  openDatabase,
}) => {
  const { file } = someRuns()
  await openDatabase(file.path)
  await page.getByRole('link', { name: 'etl' }).click()
  await expect(page.getByRole('heading', { name: 'etl', level: 1 })).toBeVisible()
  const facts = page.getByRole('group', { name: 'Facts' })
  await expect(facts).toContainText('nightly')
  await expect(facts).toContainText('tier: 2')
  const figures = page.getByRole('group', { name: 'Figures' })
  await expect(figures).toContainText('33.3%')
  await expect(figures).toContainText('10 s')
  await expect(page.getByRole('list', { name: 'Runs by state' })).toContainText('Failed 2')
  await expect(runRow(page, 'failed-two')).toBeVisible()
  await page.getByRole('link', { name: 'Flows', exact: true }).last().click()
  await expect(page.getByRole('row', { name: 'other' })).toBeVisible()
  file.remove()
})

test('the history is walked by the arrow keys, and a span of it chosen with Shift', async ({
  page,
  openDatabase,
}) => {
  const { file, flowId } = someRuns()
  await openDatabase(file.path)
  await openPage(page, `/flows/${flowId}`)
  const chart = page.getByRole('slider', { name: 'Runs of etl over time' })
  await expect(runRow(page, 'lonely')).toBeVisible()
  await chart.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(chart).toHaveAttribute('aria-valuetext', /: 2 runs, 2 Failed$/)
  for (let day = 0; day < 3; day += 1) await page.keyboard.press('Shift+ArrowLeft')
  await expect(chart).toHaveAttribute('aria-valuetext', /: 3 runs, 2 Failed, 1 Completed$/)
  await page.keyboard.press('Enter')
  await expect(runRow(page, 'old-one')).toBeHidden()
  await expect(runRow(page, 'lonely')).toBeVisible()
  await expect(page).toHaveURL(/start_time/)
  await chart.focus()
  await page.keyboard.press('Escape')
  await expect(runRow(page, 'old-one')).toBeVisible()
  await page.goBack()
  await expect(runRow(page, 'old-one')).toBeHidden()
  file.remove()
})

test('a drag over the history shows the runs of those days, a click those of one', async ({
  page,
  openDatabase,
}) => {
  const { file, flowId } = someRuns()
  await openDatabase(file.path)
  await openPage(page, `/flows/${flowId}?span=7`)
  await page.getByText('7 days').click()
  const chart = page.getByRole('slider', { name: 'Runs of etl over time' })
  await expect(page.getByRole('list', { name: 'Runs by state' })).toContainText('Completed 1')
  const box = await chart.boundingBox()
  if (!box) throw new Error('the chart has no place')
  const gutter = 48
  const middleOf = (bar: number): number =>
    box.x + gutter + ((box.width - gutter) / 7) * (bar + 0.5)
  // The days of the chart end with today; the failures were two days ago.
  await page.mouse.move(middleOf(4), box.y + 40)
  await expect(chart).toContainText('2 Failed')
  await page.mouse.down()
  await page.mouse.move(middleOf(5), box.y + 40)
  await page.mouse.up()
  await expect(runRow(page, 'lonely')).toBeHidden()
  await expect(runRow(page, 'failed-one')).toBeVisible()
  await page.getByRole('button', { name: 'Show all days' }).click()
  await expect(runRow(page, 'lonely')).toBeVisible()
  await page.mouse.click(middleOf(1), box.y + 90)
  await expect(runRow(page, 'failed-one')).toBeHidden()
  await expect(runRow(page, 'lonely')).toBeVisible()
  file.remove()
})

test('its deployments have their schedules in words, and the runs that are to come', async ({
  page,
  openDatabase,
}) => {
  const { file, flowId } = someRuns()
  await openDatabase(file.path)
  await openPage(page, `/flows/${flowId}`)
  await page.getByRole('tab', { name: 'Runs' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: 'production', exact: true })).toContainText(
    'Monday to Friday at 06:30',
  )
  const scheduled = page.getByRole('table', { name: 'Scheduled runs' })
  await expect(scheduled).toContainText('to-come')
  await expect(page).toHaveURL(/part=deployments/)
  await page.reload()
  await expect(scheduled).toContainText('to-come')
  file.remove()
})

test('its row is shown as SQLite has it, and the statements that the page ran', async ({
  page,
  openDatabase,
}) => {
  const { file, flowId } = someRuns()
  file.run('UPDATE flow SET labels = NULL')
  await openDatabase(file.path)
  await openPage(page, `/flows/${flowId}?part=details`)
  const row = page.getByRole('table', { name: 'The row in flow, column by column' })
  await expect(row.getByRole('row', { name: /^tags/ })).toContainText('["nightly"')
  await expect(row.getByRole('row', { name: /^labels/ })).toContainText('null')
  await page.getByRole('tab', { name: 'SQL' }).click()
  const statements = page.getByRole('region', { name: 'Statements', exact: true })
  await expect(statements).toContainText('flowRows.readFlowRow')
  await expect(statements).toContainText(`'${flowId}'`)
  await expect(statements).toContainText(/\d ms/)
  file.remove()
})

test('a flow that is not there says so, and leads back', async ({ page, openDatabase }) => {
  const { file, flowId } = someRuns()
  await openDatabase(file.path)
  await openPage(page, `/flows/${flowId}`)
  await expect(page.getByRole('heading', { name: 'etl', level: 1 })).toBeVisible()
  file.run('DELETE FROM flow WHERE id = ?', flowId)
  await expect(page.getByText(`This database has no flow with the id ${flowId}.`)).toBeVisible()
  await goTo(page, '/flows/no-id-at-all')
  await page.getByRole('button', { name: 'Show all flows' }).click()
  await expect(page.getByRole('row', { name: 'other' })).toBeVisible()
  file.remove()
})

test('what Prefect cannot read is shown as it is stored, and marked', async ({
  page,
  openDatabase,
}) => {
  const { file, flowId } = someRuns()
  file.run(`UPDATE flow SET tags = '["nightly"', labels = '{"a": null}' WHERE id = ?`, flowId)
  await openDatabase(file.path)
  await openPage(page, `/flows/${flowId}`)
  const facts = page.getByRole('group', { name: 'Facts' })
  await expect(facts).toContainText('["nightly"')
  await expect(facts.getByRole('img', { name: 'Prefect cannot read this value' })).toHaveCount(2)
  await expect(runRow(page, 'lonely')).toBeVisible()
  file.remove()
})

test('a tag leads to the flows that have it', async ({ page, openDatabase }) => {
  const { file, flowId } = someRuns()
  await openDatabase(file.path)
  await openPage(page, `/flows/${flowId}`)
  await page.getByRole('button', { name: 'nightly', exact: true }).click()
  await expect(page.getByRole('row', { name: 'etl' })).toBeVisible()
  await expect(page.getByRole('row', { name: 'other' })).toBeHidden()
  file.remove()
})

test('a run that is written meanwhile appears in the history and the table', async ({
  page,
  openDatabase,
}) => {
  const { file, flowId } = someRuns()
  await openDatabase(file.path)
  await openPage(page, `/flows/${flowId}`)
  const legend = page.getByRole('list', { name: 'Runs by state' })
  await expect(legend).toContainText('Completed 4')
  const start = daysAgo(1)
  const times = { expected_start_time: start, start_time: start, created: start }
  file.add.flowRun({ flow_id: flowId, name: 'fresh', ...times })
  await expect(runRow(page, 'fresh')).toBeVisible()
  await expect(legend).toContainText('Completed 5')
  file.remove()
})
