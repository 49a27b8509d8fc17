import { z } from 'zod'

/** What the host that runs Sluice can do, so that the screen offers nothing else. */
export const capabilities = z.object({
  host: z.enum(['desktop', 'browser']),
  /** Whether it can ask for a file (`app.chooseFile`). */
  canChooseFile: z.boolean(),
  /** Whether it can show where a file lies (`app.revealFile`). */
  canReveal: z.boolean(),
  /** Whether this Sluice was started to write nothing, whatever it opens. */
  alwaysReadOnly: z.boolean(),
  version: z.string(),
  /** The file that Sluice writes its log to. */
  logFile: z.string(),
  /** The folder of Sluice's settings. */
  settingsFolder: z.string(),
})

/** The type of {@link capabilities}. */
export type Capabilities = z.output<typeof capabilities>
