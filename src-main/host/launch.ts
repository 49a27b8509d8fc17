import { app } from 'electron'
import { z } from 'zod'
import { version } from '../app/assembly.ts'
import { parseCommandLine, usage, UsageError, type ServeOptions } from '../app/command-line.ts'

/** What this program was started with, in a form that can be sent to the Sluice that runs already. */
const launch = z.object({ words: z.array(z.string()), workingDirectory: z.string() })

/** The type of {@link launch}. */
export type Launch = z.output<typeof launch>

/** How this process was started. */
export function ownLaunch(): Launch {
  return { words: ownWords(process.argv), workingDirectory: process.cwd() }
}

/** The words that are Sluice's: without the program's own path and the switches of Chromium. */
function ownWords(words: readonly string[]): string[] {
  const given = words.slice(1)
  const first = app.isPackaged ? 0 : given.findIndex((word) => !word.startsWith('-')) + 1
  return given.slice(first).filter((word) => !word.startsWith('--') || isOwn(word))
}

/** The usage names every option there is. */
function isOwn(word: string): boolean {
  return usage.includes(` ${word.split('=')[0]} `)
}

/**
 * Reads a launch. What ends here, `--help` or a mistake, is said and ends the program.
 *
 * @returns null if there is nothing more to do.
 */
export function readLaunch({ words }: Launch): ServeOptions | null {
  try {
    const options = parseCommandLine(words)
    if (!options.help && !options.version) return options
    process.stdout.write(options.help ? usage : `${version}\n`)
    app.exit(0)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`${error.message}\n\n${usage}`)
    app.exit(1)
  }
  return null
}

/**
 * Makes this process the only Sluice of its settings folder.
 *
 * @param onOther - called with the launch of each further one, which ends at once.
 * @returns false if another one runs already; it was told of this launch.
 */
export function becomeOnlyInstance(own: Launch, onOther: (other: Launch) => void): boolean {
  if (!app.requestSingleInstanceLock(own)) return false
  app.on('second-instance', (...[, , workingDirectory, sent]) => {
    const other = launch.safeParse(sent)
    onOther(other.success ? other.data : { words: [], workingDirectory })
  })
  return true
}
