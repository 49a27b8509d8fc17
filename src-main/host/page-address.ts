import { app } from 'electron'

/** The scheme under which the page is served: an origin of its own, which no other program has. */
export const pageScheme = 'app'

const builtPage = `${pageScheme}://sluice/`

/** Where the page lies: in this program, or while it is developed at Vite's server. */
export function pageAddress(): string {
  const served = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
  return served ? new URL('/', served).href : builtPage
}

/** True for an address of Sluice's own page. */
export function isOwnPage(address: string): boolean {
  return address.startsWith(pageAddress())
}
