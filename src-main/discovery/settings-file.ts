import { readFile } from 'node:fs/promises'
import { parse, TomlError } from 'smol-toml'
import type { TomlTable } from 'smol-toml'

/** A settings file that was read; both are null if there is no such file. */
export interface SettingsFile<Content> {
  readonly content: Content | null
  /** What is wrong with it, to follow the file's name in a sentence. Quotes nothing from it. */
  readonly fault: string | null
}

/** Reads a text file as Prefect does: UTF-8 and nothing else. */
export async function readTextFile(path: string): Promise<SettingsFile<string>> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const missing = code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR'
    return { content: null, fault: missing ? null : 'cannot be read' }
  }
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    return { content: decoder.decode(bytes), fault: null }
  } catch {
    return { content: null, fault: 'is not UTF-8 text' }
  }
}

/** Reads a TOML file as Prefect does, which also refuses a byte order mark. */
export async function readTomlFile(path: string): Promise<SettingsFile<TomlTable>> {
  const { content, fault } = await readTextFile(path)
  if (content === null) return { content: null, fault }
  if (content.startsWith('\uFEFF')) {
    return { content: null, fault: 'begins with a byte order mark, which is not valid TOML' }
  }
  try {
    return { content: parse(content, { integersAsBigInt: 'asNeeded' }), fault: null }
  } catch (error) {
    // The message quotes the lines around the place, and there may be a password in them.
    const where = error instanceof TomlError ? ` (line ${error.line})` : ''
    return { content: null, fault: `is not valid TOML${where}` }
  }
}
