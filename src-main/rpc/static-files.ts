import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

/** A file of the built page. */
export interface StaticFile {
  contentType: string
  content: Buffer
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/**
 * Reads a file of the built page; `undefined` for one that is not there or lies outside the folder.
 *
 * @param folder - the built page's.
 * @param urlPath - the request's path, encoded; `/` is the page itself.
 */
export async function readStaticFile(
  folder: string,
  urlPath: string,
): Promise<StaticFile | undefined> {
  const file = filePath(folder, urlPath)
  if (file === undefined) return undefined
  try {
    const contentType = contentTypes[extname(file)] ?? 'application/octet-stream'
    return { contentType, content: await readFile(file) }
  } catch {
    return undefined
  }
}

function filePath(folder: string, urlPath: string): string | undefined {
  try {
    const path = decodeURIComponent(urlPath === '/' ? '/index.html' : urlPath)
    const file = normalize(join(folder, path))
    return file.startsWith(normalize(folder) + sep) && !file.includes('\0') ? file : undefined
  } catch {
    return undefined
  }
}
