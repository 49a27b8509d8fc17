import { randomBytes } from 'node:crypto'
import { readStaticFile } from './static-files.ts'

/** What `index.html` holds where the page reads its nonce. */
const placeholder = '__STYLE_NONCE__'

/** A file of the page with everything that is to be sent along. */
export interface PageFile {
  headers: Record<string, string>
  content: Buffer
}

/**
 * The headers of every answer: only what the host itself serves is run, shown or asked, and an
 * inline style only with the nonce.
 *
 * @param styleNonce - the nonce of the page that is sent; none for anything else.
 */
export function policyHeaders(styleNonce?: string): Record<string, string> {
  const styles = styleNonce === undefined ? "'self'" : `'self' 'nonce-${styleNonce}'`
  return {
    'Content-Security-Policy': `default-src 'none'; script-src 'self'; style-src ${styles}; connect-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  }
}

/**
 * Reads a file of the built page, `index.html` with a nonce of its own each time; `undefined` for
 * one that is not there.
 *
 * @param folder - the built page's.
 * @param urlPath - the request's path, encoded; `/` is the page itself.
 */
export async function readPageFile(folder: string, urlPath: string): Promise<PageFile | undefined> {
  const file = await readStaticFile(folder, urlPath)
  if (!file) return undefined
  const type = { 'Content-Type': file.contentType }
  if (!file.contentType.startsWith('text/html')) {
    return { headers: { ...policyHeaders(), ...type }, content: file.content }
  }
  const nonce = randomBytes(16).toString('base64')
  const content = Buffer.from(file.content.toString('utf8').replaceAll(placeholder, nonce))
  return { headers: { ...policyHeaders(nonce), ...type }, content }
}
