import { setTimeout } from 'node:timers/promises'
import type { Place } from '../../src-shared/contract/operation.ts'
import type { ReplyText } from '../../src-shared/contract/wire.ts'
import { DatabaseProcess } from './database-process.ts'
import type { SpawnProcess } from './forked-process.ts'
import { Lane, type LaneCall } from './lane.ts'
import type { Look } from './process-messages.ts'
import type { SchemaVerdict } from './schema-verdict.ts'

/** A connection that is busy for longer is not waited for, in milliseconds. */
const soonEnough = 200

/** Where an operation of the database runs. */
export type DatabasePlace = Exclude<Place, 'host'>

/** What the change watch saw, and on which connection: another connection cannot be compared. */
export interface WatchedLook extends Look {
  process: DatabaseProcess
}

/**
 * The processes of one open file: a reader for what is on screen, a reader for counts and long
 * scans, a spare reader kept warm to take the place of one that is killed, and, from the first
 * command on, a writer.
 */
export class Pool {
  readonly #spawn: SpawnProcess
  readonly #path: string
  readonly #lanes: Record<DatabasePlace, Lane>
  #spare: DatabaseProcess | undefined
  #revision: string | undefined
  #firstLook: WatchedLook | undefined
  #closed = false

  constructor(spawn: SpawnProcess, path: string) {
    this.#spawn = spawn
    this.#path = path
    const start = (): DatabaseProcess => this.#takeReader()
    this.#lanes = {
      screen: new Lane({ start, killable: true }),
      background: new Lane({ start, killable: true }),
      writer: new Lane({
        start: () => new DatabaseProcess(spawn, { path, mode: 'writer', revision: this.#revision }),
        killable: false,
      }),
    }
  }

  /** Starts the first reader and says what it found; the others follow once it is open. */
  async open(): Promise<SchemaVerdict> {
    const process = this.#lanes.screen.process()
    const verdict = await process.opened()
    this.#revision = verdict.schema.revision
    this.#firstLook = { ...(await process.look()), process }
    if (!this.#closed) this.#warmSpare()
    return verdict
  }

  /** What was to be seen before anything was read. */
  get firstLook(): WatchedLook | undefined {
    return this.#firstLook
  }

  /** Runs one call on the process of its place. */
  run(place: DatabasePlace, call: LaneCall): Promise<ReplyText> {
    return this.#lanes[place].run(call)
  }

  /**
   * Looks whether another connection committed: through the writer, whose own commits do not
   * count; while there is none, through the spare reader, which is never busy.
   */
  async look(): Promise<WatchedLook> {
    const { writer, screen } = this.#lanes
    const process = writer.livingProcess() ?? this.#livingSpare() ?? screen.process()
    await process.opened()
    return { ...(await process.look()), process }
  }

  /** True where the connection that was looked at has not moved; false where it cannot tell soon. */
  async isUnmoved({ process, dataVersion }: WatchedLook): Promise<boolean> {
    if (process.ended) return false
    const soon = setTimeout(soonEnough, null, { ref: false })
    const now = await Promise.race([process.look().catch(() => null), soon])
    return now?.dataVersion === dataVersion
  }

  /** Ends every process. */
  close(): void {
    this.#closed = true
    for (const lane of Object.values(this.#lanes)) lane.close()
    this.#spare?.kill()
  }

  #takeReader(): DatabaseProcess {
    const spare = this.#livingSpare()
    if (!spare) return this.#newReader()
    this.#spare = undefined
    // After the one that is taken has been given its call.
    setImmediate(() => this.#warmSpare())
    return spare
  }

  #warmSpare(): void {
    if (!this.#closed && !this.#livingSpare()) this.#spare = this.#newReader()
  }

  #livingSpare(): DatabaseProcess | undefined {
    return this.#spare?.ended ? undefined : this.#spare
  }

  #newReader(): DatabaseProcess {
    return new DatabaseProcess(this.#spawn, { path: this.#path, mode: 'reader' })
  }
}
