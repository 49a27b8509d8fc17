import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from './desktop-fixture.ts'

// What a page that has been taken over cannot do.

test('the page runs in a sandbox, in a world of its own, without Node', async ({ desktop }) => {
  const { application, page } = desktop
  const found = await page.evaluate(() =>
    [
      'require',
      'process',
      'module',
      'Buffer',
      'global',
      '__dirname',
      'electron',
      'ipcRenderer',
    ].filter((name) => name in globalThis),
  )
  expect(found).toEqual([])
  const preferences = await application.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Not among the documented methods, but what Electron's own tests ask.
      const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = (
        contents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
      ).getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity }
    }),
  )
  expect(preferences).toEqual([
    {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    },
  ])
})

test('the bridge has four functions, which the page cannot replace', async ({ desktop }) => {
  const { page } = desktop
  const seen = await page.evaluate(() => {
    const { bridge } = window as unknown as { bridge: Record<string, unknown> }
    const before = bridge['call']
    try {
      bridge['call'] = () => 'another'
      Object.assign(window, { bridge: null })
    } catch {
      // It refuses aloud in strict code.
    }
    const after = (window as unknown as { bridge: Record<string, unknown> }).bridge
    return { names: Object.keys(after), same: after['call'] === before }
  })
  expect(seen).toEqual({ names: ['call', 'stop', 'onEvent', 'pathOf'], same: true })
})

test('no script runs but those of the program', async ({ desktop }) => {
  const { page } = desktop
  const ran = await page.evaluate(async () => {
    const marks: string[] = []
    Object.assign(window, { mark: (name: string) => marks.push(name) })
    const add = (fill: (script: HTMLScriptElement) => void): void => {
      const script = document.createElement('script')
      fill(script)
      document.head.append(script)
    }
    add((script) => (script.textContent = 'mark("inline")'))
    add((script) => (script.src = 'data:text/javascript,mark("data")'))
    const blob = new Blob(['mark("blob")'], { type: 'text/javascript' })
    add((script) => (script.src = URL.createObjectURL(blob)))
    const image = document.createElement('img')
    image.setAttribute('onerror', 'mark("handler")')
    image.src = 'data:image/png,nothing'
    document.body.append(image)
    const anchor = document.createElement('a')
    anchor.href = 'javascript:mark("address")'
    document.body.append(anchor)
    anchor.click()
    // In a task of their own: what a debugger evaluates is let pass.
    setTimeout(() => {
      for (const [name, run] of [
        // oxlint-disable-next-line no-eval -- that it does not work is what is tested
        ['eval', (text: string) => globalThis.eval(text)],
        ['function', (text: string) => new Function(text)()],
      ] as const) {
        try {
          run(`mark("${name}")`)
        } catch {
          // As it should be.
        }
      }
    })
    await new Promise((resolve) => setTimeout(resolve, 500))
    return marks
  })
  expect(ran).toEqual([])
})

test('a style needs the nonce that was served with this page alone', async ({ desktop }) => {
  const { page } = desktop
  const read = () =>
    page.evaluate(() => {
      const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content
      const colour = (given: string | undefined): string => {
        const style = document.createElement('style')
        if (given !== undefined) style.setAttribute('nonce', given)
        style.textContent = '#root { outline-color: rgb(1, 2, 3) }'
        document.head.append(style)
        const seen = getComputedStyle(document.querySelector('#root') ?? document.body).outlineColor
        style.remove()
        return seen
      }
      return { nonce, without: colour(undefined), wrong: colour('wrong'), right: colour(nonce) }
    })
  const first = await read()
  expect(first.nonce).toMatch(/^[\w+/]{22}==$/)
  expect(first.without).not.toBe('rgb(1, 2, 3)')
  expect(first.wrong).not.toBe('rgb(1, 2, 3)')
  expect(first.right).toBe('rgb(1, 2, 3)')
  await page.reload()
  expect((await read()).nonce).not.toBe(first.nonce)
})

test('the page breaks none of its own rules', async ({ launch, database }) => {
  const { application, page } = await launch(database.path)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.reload()
  await expect(page.getByText('flow-one')).toBeVisible()
  expect(complaints).toEqual([])
  await application.close()
})

test.describe('elsewhere', () => {
  let server: Server
  let address: string
  const asked: string[] = []

  test.beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.setHeader('Access-Control-Allow-Origin', '*')
      response.end('<h1>elsewhere</h1>')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })

  test.afterAll(() => server.close())

  test('nothing is asked of any other machine or program', async ({ desktop }) => {
    await desktop.page.evaluate(async (there) => {
      const quietly = async (act: () => unknown): Promise<void> => {
        try {
          await act()
        } catch {
          // As it should be.
        }
      }
      const add = (name: string, attribute: string, value: string): void => {
        const element = document.createElement(name)
        element.setAttribute(attribute, value)
        if (name === 'link') element.setAttribute('rel', 'stylesheet')
        document.body.append(element)
      }
      await quietly(() => fetch(`${there}/fetch`))
      await quietly(() => fetch(`${there}/no-cors`, { mode: 'no-cors' }))
      await quietly(() => navigator.sendBeacon(`${there}/beacon`, 'x'))
      await quietly(() => new WebSocket(there.replace('http', 'ws')))
      await quietly(() => new EventSource(`${there}/events`))
      await quietly(() => import(`${there}/module.js`))
      await quietly(() => new Worker(`${there}/worker.js`))
      add('img', 'src', `${there}/image`)
      add('script', 'src', `${there}/script`)
      add('link', 'href', `${there}/style`)
      add('iframe', 'src', `${there}/frame`)
      add('object', 'data', `${there}/object`)
      add('embed', 'src', `${there}/embed`)
      add('video', 'src', `${there}/video`)
      const form = document.createElement('form')
      form.action = `${there}/form`
      document.body.append(form)
      form.submit()
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }, address)
    expect(asked).toEqual([])
  })

  test('the page cannot be led away, and opens no window', async ({ desktop }) => {
    const { application, page } = desktop
    await expect(page.getByText('flow-one')).toBeVisible()
    const home = page.url()
    const targets = [
      `${address}/away`,
      'file:///etc/passwd',
      'data:text/html,away',
      'app://sluice/assets/',
      'app://another/',
    ]
    for (const target of targets) {
      await page.evaluate((there) => {
        location.href = there
        const anchor = document.createElement('a')
        anchor.href = there
        anchor.target = '_blank'
        document.body.append(anchor)
        anchor.click()
      }, target)
      expect(await page.evaluate((there) => window.open(there), target)).toBeNull()
    }
    await page.waitForTimeout(500)
    expect(page.url()).toBe(home)
    expect(application.windows()).toHaveLength(1)
    expect(asked).toEqual([])
    // Playwright itself would wait for the navigations that never happen.
    expect(await page.evaluate(() => document.body.innerText)).toContain('flow-one')
  })
})

test('every permission is denied but that of copying', async ({ desktop }) => {
  const { page } = desktop
  // Only a page that has the keyboard may copy.
  await page.getByRole('heading', { name: 'Flows' }).click()
  const answers = await page.evaluate(async () => {
    const outcome = async (act: () => Promise<unknown>): Promise<string> => {
      try {
        return String(await act())
      } catch (error) {
        return (error as Error).name
      }
    }
    return {
      notifications: await outcome(() => Notification.requestPermission()),
      camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await outcome(() => navigator.mediaDevices.getDisplayMedia()),
      read: await outcome(() => navigator.clipboard.readText()),
      place: await outcome(
        () =>
          new Promise((resolve) =>
            navigator.geolocation.getCurrentPosition(
              () => resolve('told'),
              () => resolve('denied'),
            ),
          ),
      ),
      copy: await outcome(() => navigator.clipboard.writeText('copied')),
    }
  })
  expect(answers.notifications).toBe('denied')
  expect(answers.camera).toMatch(/NotAllowedError|NotFoundError/)
  expect(answers.screen).toMatch(/NotAllowedError|NotSupportedError|AbortError|InvalidStateError/)
  expect(answers.read).toBe('NotAllowedError')
  expect(answers.place).toBe('denied')
  expect(answers.copy).toBe('undefined')
})
