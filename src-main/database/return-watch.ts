import { stat } from 'node:fs/promises'

/** How often the watch looks, in milliseconds. */
export const returnInterval = 1000

/** What differs when a file is another one, was changed, or may be read by now. */
export async function fileStamp(path: string): Promise<string> {
  try {
    const { dev, ino, size, ctimeMs } = await stat(path)
    return [dev, ino, size, ctimeMs].join(':')
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code)
  }
}

/** What {@link ReturnWatch} needs to know. */
export interface ReturnWatchOptions {
  path: string
  /** The file's stamp before it could not be opened. */
  stamp: string
  /** True where nothing but time has to pass: another process holds the file's lock. */
  anyway: boolean
  onChange: () => void
}

/** Notices that a file that could not be opened is worth another try. */
export class ReturnWatch {
  readonly #timer: NodeJS.Timeout

  constructor({ path, stamp, anyway, onChange }: ReturnWatchOptions) {
    const look = async (): Promise<void> => {
      if (anyway || (await fileStamp(path)) !== stamp) onChange()
      else this.#timer.refresh()
    }
    this.#timer = setTimeout(() => void look(), returnInterval)
    this.#timer.unref()
  }

  /** Ends the watch. */
  stop(): void {
    clearTimeout(this.#timer)
  }
}
