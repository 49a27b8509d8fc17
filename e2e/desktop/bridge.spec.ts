import type { Page } from '@playwright/test'
import type { Bridge } from '../../src-shared/contract/bridge.ts'
import { callFromPage } from '../fixtures/call-from-page.ts'
import { expect, test } from './desktop-fixture.ts'

// The line between the page and the program: what goes over it, and what does not.

/** Calls the bridge with anything at all; gives what came back, or that nothing did. */
async function tryBridge(page: Page, ...given: unknown[]): Promise<string> {
  return await page.evaluate(async (words) => {
    const { bridge } = window as unknown as { bridge: Bridge }
    try {
      return await (bridge.call as (...all: unknown[]) => Promise<string>)(...words)
    } catch {
      return 'refused'
    }
  }, given)
}

const id = '6f1c1a52-6f0f-4b0a-9b7e-0d6a4f2f7a11'

test('a real database comes over the bridge', async ({ desktop }) => {
  const { page } = desktop
  expect(page.url()).toMatch(/^app:\/\/sluice\//)
  await expect(page.getByText('flow-one')).toBeVisible()
  const flows = await callFromPage(page, 'flows.readFlows', {})
  expect(flows.map(({ name }) => name).toSorted()).toEqual(['flow-one', 'flow-two'])
  expect(await callFromPage(page, 'app.capabilities', {})).toMatchObject({ host: 'desktop' })
})

test('what another process writes appears by itself', async ({ desktop, database }) => {
  const { page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  // The watch begins with what it finds at its first look.
  await page.waitForTimeout(1500)
  database.add.flow({ name: 'flow-three' })
  await expect(page.getByText('flow-three')).toBeVisible({ timeout: 5000 })
})

test('a question of the wrong form gets no answer, and does no harm', async ({ desktop }) => {
  const { page } = desktop
  for (const given of [
    [],
    ['no id', 'flows.readFlows', '{}'],
    [id, { toString: 'flows.readFlows' }, '{}'],
    [id, 'flows.readFlows', { limit: 1 }],
    [id, 'flows.readFlows', 'no JSON'],
    [id, 'flows.readFlows'],
    [[id], ['flows.readFlows'], ['{}']],
    [null, null, null],
  ]) {
    expect(await tryBridge(page, ...given)).toBe('refused')
  }
  expect((await callFromPage(page, 'flows.readFlows', {})).length).toBe(2)
})

test('names that the contract does not have reach nothing', async ({ desktop }) => {
  const { page } = desktop
  for (const name of [
    'constructor',
    '__proto__.toString',
    'flows',
    'flows.constructor',
    'app.',
    '',
  ]) {
    expect(JSON.parse(await tryBridge(page, id, name, '{}'))).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    })
  }
})

test('a page that is not Sluice’s own is refused, in the very same window', async ({ desktop }) => {
  const { application, page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  await application.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    await window?.loadURL('data:text/html,<h1>another page</h1>').catch(() => {})
  })
  expect(await page.evaluate(() => 'bridge' in window)).toBe(true)
  expect(await tryBridge(page, id, 'flows.readFlows', '{}')).toBe('refused')
})

test('a frame in the page has no bridge', async ({ desktop }) => {
  const { page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  const frames = await page.evaluate(async () => {
    const seen: boolean[] = []
    for (const source of [undefined, 'srcdoc'] as const) {
      const frame = document.createElement('iframe')
      if (source) frame.srcdoc = '<p>hostile</p>'
      document.body.append(frame)
      await new Promise((resolve) => setTimeout(resolve, 200))
      seen.push('bridge' in (frame.contentWindow ?? {}))
    }
    return seen
  })
  expect(frames).toEqual([false, false])
})

test('a window that is not the program’s own reaches no handler', async ({ desktop }) => {
  const { application, page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  const outcome = await application.evaluate(async ({ BrowserWindow }, callId) => {
    const hostile = new BrowserWindow({
      show: false,
      webPreferences: { nodeIntegration: true, contextIsolation: false, sandbox: false },
    })
    await hostile.loadURL('about:blank')
    const message = { kind: 'call', callId, operation: 'flows.readFlows', input: '{}' }
    const script = `require('electron').ipcRenderer.invoke('sluice:ask', ${JSON.stringify(message)})`
    const answer = await hostile.webContents
      .executeJavaScript(script)
      .catch((error: Error) => String(error.message))
    hostile.destroy()
    return String(answer)
  }, id)
  expect(outcome).toMatch(/No handler registered/)
})
