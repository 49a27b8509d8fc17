import { protocol, type Session } from 'electron'
import { policyHeaders, readPageFile } from '../rpc/page-policy.ts'
import { isOwnPage, pageScheme } from './page-address.ts'

/** Declares the page's scheme; to be called before the app is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/**
 * Serves the built page to the windows of a session.
 *
 * @param folder - the built page's.
 */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(pageScheme, async ({ url, method }) => {
    const file =
      method === 'GET' && isOwnPage(url) && (await readPageFile(folder, new URL(url).pathname))
    if (!file) return new Response(null, { status: 404, headers: policyHeaders() })
    return new Response(new Uint8Array(file.content), { headers: file.headers })
  })
}
