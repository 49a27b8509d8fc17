import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { keptSettings, type Settings } from './kept-settings.ts'

/**
 * Sluice's settings file. It is read anew for each question, for another Sluice may have written
 * it; a file that cannot be read counts as none.
 */
export class SettingsStore {
  readonly #file: string
  #last: Promise<unknown> = Promise.resolve()

  constructor(file: string) {
    this.#file = file
  }

  /** The settings as they are now. */
  async read(): Promise<Settings> {
    const text = await readFile(this.#file, 'utf8').catch(() => '{}')
    const kept = keptSettings.safeParse(parsed(text))
    return kept.success ? kept.data : keptSettings.parse({})
  }

  /** Changes the settings; changes made at the same time come one after another. */
  async change(change: (settings: Settings) => Settings): Promise<Settings> {
    const next = this.#last.then(async () => {
      const changed = change(await this.read())
      await this.#write(changed)
      return changed
    })
    this.#last = next.catch(() => {})
    return await next
  }

  /** By way of a file beside it: a power cut leaves the old settings or the new ones. */
  async #write(changed: Settings): Promise<void> {
    await mkdir(dirname(this.#file), { recursive: true, mode: 0o700 })
    const beside = `${this.#file}.${process.pid}.tmp`
    await writeFile(beside, `${JSON.stringify(changed, null, 2)}\n`, { mode: 0o600 })
    await rename(beside, this.#file)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
