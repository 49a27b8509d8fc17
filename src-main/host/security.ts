import { app, type Session, type WebContents } from 'electron'
import { isOwnPage, pageAddress } from './page-address.ts'

/** What the page may ask of the browser it runs in: to copy text, and nothing else. */
const allowedPermission = 'clipboard-sanitized-write'

/** Keeps every page of this program where it is, whoever opened it. */
export function guardEveryPage(): void {
  app.on('web-contents-created', (_event, contents) => guardPage(contents))
}

function guardPage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Denies a session's pages every permission and every address but the page's own. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, decide) =>
    decide(permission === allowedPermission && isOwnPage(contents.getURL())),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === allowedPermission && isOwnOrigin(origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayBeAsked(url) }))
  session.on('will-download', (event) => event.preventDefault())
}

function isOwnOrigin(origin: string): boolean {
  return URL.canParse(origin) && isOwnPage(new URL('/', origin).href)
}

/** Sluice speaks to no network; `data:` and `blob:` stay in the page, where its policy judges them. */
function mayBeAsked(url: string): boolean {
  if (isOwnPage(url) || /^(data|blob|devtools):/.test(url)) return true
  return isOwnPage(url.replace(/^ws:/, 'http:')) && pageAddress().startsWith('http:')
}
