import type { Page } from '@playwright/test'
import { buildDatabase, type DatabaseFile } from '../../src-main/testing/build-database.ts'
import { expect, test } from '../fixtures/app-fixture.ts'

// A developer looks at one deployment: when it runs, with what, and how its runs went.

const hour = 3_600_000

function inHours(hours: number): string {
  const moment = new Date(Date.now() + hours * hour)
  return moment.toISOString().replace('T', ' ').replace('Z', '000')
}

/** A paused deployment with two schedules, a limit, parameters, a failed run and twelve to come. */
function someDeployment(): { file: DatabaseFile; id: string } {
  const file = buildDatabase()
  const flow = file.add.flow({ name: 'etl' })
  const pool = file.add.workPool({ name: 'local' })
  const limit = file.add.concurrencyLimitV2({ name: 'deployment:1', limit: 3, active_slots: 1 })
  const deployment = file.add.deployment({
    flow_id: flow.id,
    name: 'production',
    paused: 1,
    work_queue_id: pool.default_queue_id,
    work_queue_name: 'default',
    concurrency_limit_id: limit.id,
    concurrency_options: { collision_strategy: 'CANCEL_NEW' },
    parameters: { since: '2026-11-01', text: 'x'.repeat(600) },
    entrypoint: 'flows/etl.py:etl',
    description: 'Every order into the warehouse.',
  })
  const schedule = { interval: 900, anchor_date: '2024-01-01T00:00:00Z', timezone: 'UTC' }
  file.add.deploymentSchedule({ deployment_id: deployment.id, schedule, slug: 'often' })
  file.add.deploymentSchedule({
    deployment_id: deployment.id,
    schedule: { cron: '61 * * * *', timezone: 'UTC' },
    active: 0,
  })
  const start = inHours(-30)
  const times = { expected_start_time: start, start_time: start, created: start }
  const own = { flow_id: flow.id, deployment_id: deployment.id }
  file.add.flowRun({ ...own, name: 'went-wrong', state_type: 'FAILED', ...times })
  for (let run = 1; run <= 12; run += 1) {
    const at = inHours(run)
    file.add.flowRun({
      ...own,
      name: `to-come-${run}`,
      state_type: 'SCHEDULED',
      expected_start_time: at,
      next_scheduled_start_time: at,
      auto_scheduled: 1,
    })
  }
  file.add.flowRun({ flow_id: flow.id, name: 'of-nobody', ...times })
  return { file, id: deployment.id }
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

test('the page tells when the deployment runs, with what, and where', async ({
  page,
  openDatabase,
}) => {
  const { file, id } = someDeployment()
  await openDatabase(file.path)
  await openPage(page, `/deployments/${id}`)
  await expect(page.getByRole('heading', { name: 'production', level: 1 })).toBeVisible()
  const figures = page.getByRole('group', { name: 'Figures' })
  await expect(figures).toContainText('Paused')
  await expect(figures).toContainText('local')
  await expect(figures).toContainText('1 of 3')
  const schedules = page.getByRole('table', { name: 'Schedules' })
  await expect(schedules.getByRole('row').nth(1)).toContainText('every 15 min')
  await expect(schedules.getByRole('row').nth(1)).toContainText('Active')
  await expect(schedules.getByRole('row').nth(2)).toContainText('61 * * * *')
  await expect(
    schedules.getByRole('img', { name: 'Prefect cannot read this schedule' }),
  ).toBeVisible()
  await expect(page.getByText('no schedule makes runs')).toBeVisible()
  await expect(page.getByText('flows/etl.py:etl')).toBeVisible()
  await expect(page.getByText('A run is cancelled')).toBeVisible()
  await expect(page.getByText('Every order into the warehouse.')).toBeVisible()
  // The list has 400 characters of them.
  await expect(page.getByRole('region', { name: 'the parameters' })).toContainText('x'.repeat(600))
  file.remove()
})

test('the next scheduled runs come first, and lead to all of them', async ({
  page,
  openDatabase,
}) => {
  const { file, id } = someDeployment()
  await openDatabase(file.path)
  await openPage(page, `/deployments/${id}`)
  const rows = page.getByRole('table', { name: 'Scheduled runs' }).getByRole('row')
  await expect(rows).toHaveCount(9)
  await expect(rows.nth(1)).toContainText('to-come-1')
  await expect(page.getByText('The next 8 of 12.')).toBeVisible()
  await page.getByRole('link', { name: 'Show all scheduled runs' }).click()
  await expect(page.getByRole('row', { name: 'to-come-12' })).toBeVisible()
  await expect(page.getByRole('row', { name: 'went-wrong' })).toBeHidden()
  file.remove()
})

test('its own runs are listed, by the keyboard alone', async ({ page, openDatabase }) => {
  const { file, id } = someDeployment()
  await openDatabase(file.path)
  await openPage(page, `/deployments/${id}`)
  await page.getByRole('tab', { name: 'Overview' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  const table = page.getByRole('grid', { name: 'Flow runs' })
  await expect(table.getByRole('row', { name: 'went-wrong' })).toBeVisible()
  await expect(table.getByRole('row', { name: 'of-nobody' })).toBeHidden()
  const chart = page.getByRole('slider', { name: 'Runs of production over time' })
  await chart.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await expect(chart).toHaveAttribute('aria-valuetext', /1 Failed/)
  file.remove()
})

test('the limit leads to the limit, the flow to the flow', async ({ page, openDatabase }) => {
  const { file, id } = someDeployment()
  await openDatabase(file.path)
  await openPage(page, `/deployments/${id}`)
  await page.getByRole('link', { name: 'etl' }).click()
  await expect(page.getByRole('heading', { name: 'etl', level: 1 })).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: '1 of 3' }).click()
  await expect(page.getByRole('heading', { name: 'Limits' })).toBeVisible()
  await expect(page).toHaveURL(/limit=v2/)
  file.remove()
})

test('its row and its statements are shown, and what is not there says so', async ({
  page,
  openDatabase,
}) => {
  const { file, id } = someDeployment()
  await openDatabase(file.path)
  await openPage(page, `/deployments/${id}?part=details`)
  const row = page.getByRole('table', { name: 'The row in deployment, column by column' })
  await expect(row.getByRole('row', { name: /^paused/ })).toContainText('integer')
  await row.getByRole('button', { name: /^Show all \d+ characters$/ }).click()
  await expect(row.getByRole('row', { name: /^parameters/ })).toContainText('x"}')
  await page.getByRole('tab', { name: 'SQL' }).click()
  await expect(page.getByRole('region', { name: 'Statements', exact: true })).toContainText(
    'runPages.readRawRow',
  )
  await goTo(page, '/deployments/00000000-0000-4000-8000-000000000000')
  await page.getByRole('button', { name: 'Show all deployments' }).click()
  await expect(page.getByRole('row', { name: 'production' })).toBeVisible()
  file.remove()
})
