import { headRevision, headSchema } from '../database/head-schema.ts'
import { writeArtifact, writeArtifactCollections } from './artifacts.ts'
import type { Demo } from './demo.ts'
import type { DemoSink } from './demo-sink.ts'
import { makeDemo } from './make-demo.ts'
import { scheduledRuns } from './planned-runs.ts'
import type { PlannedRun } from './planned-runs.ts'
import { plantedRuns } from './planted/planted-runs.ts'
import { runsByHand } from './runs-by-hand.ts'
import { parseTime } from './times.ts'
import { writeFlows } from './write-catalog.ts'
import { writeLifecycleEvents, writeLimits } from './write-limits.ts'
import { writePools } from './write-pools.ts'
import { writeRun } from './write-run.ts'

/** How many rows of `flow_run` a demo has. */
export const demoFlowRuns = 5000

const runsAPart = 50
const indexesAPart = 3

/** What a demo is made from: the same seed and time give the same content, row for row. */
export interface DemoOptions {
  readonly sink: DemoSink
  readonly seed: number
  /**
   * "Now" of the demo, ISO 8601 with a zone: the end of its 30 days. Give the real time, to the
   * minute: who holds a slot in it lives for nine minutes more, then its heartbeats are overdue.
   */
  readonly now: string
}

/** How far the writing is: `done` of `total` parts; `what` is being written next. */
export interface DemoProgress {
  readonly done: number
  readonly total: number
  readonly what: 'flows' | 'runs' | 'limits' | 'indexes' | 'nothing'
}

/**
 * Writes a demo database in parts of less than 100 ms, and tells after each how far it is. To stop
 * it, ask for no further part (`return()`), and throw the file away. The sink is the only one at
 * work in the file; foreign keys are off while it works, as rows refer to rows of later parts.
 */
export function* demoParts(options: DemoOptions): Generator<DemoProgress, void, void> {
  const { sink } = options
  const demo = makeDemo(options.seed, parseTime(options.now))
  const isTable = (statement: string) => statement.startsWith('CREATE TABLE')
  const runs = chunks(plan(demo), runsAPart)
  // An index is made several times faster, and smaller, when the rows are there.
  const indexes = chunks(
    headSchema.filter((statement) => !isTable(statement)),
    indexesAPart,
  )
  const total = runs.length + indexes.length + 3
  let done = 0
  const next = (what: DemoProgress['what']): DemoProgress => ({ done: (done += 1), total, what })

  for (const pragma of whileWriting) sink.execute(pragma)
  sink.transaction(() => headSchema.filter(isTable).forEach((table) => sink.execute(table)))
  yield next('flows')
  writePools(demo)
  writeFlows(demo)
  demo.rows.flush(sink)
  yield next('runs')
  for (const part of runs) {
    writeRuns(demo, part)
    demo.rows.flush(sink)
    yield next(part === runs.at(-1) ? 'limits' : 'runs')
  }
  writeLifecycleEvents(demo)
  writeLimits(demo)
  writeArtifactCollections(demo)
  demo.rows.flush(sink)
  yield next('indexes')
  for (const part of indexes) {
    sink.transaction(() => part.forEach((index) => sink.execute(index)))
    if (part === indexes.at(-1)) finish(sink)
    yield next(part === indexes.at(-1) ? 'nothing' : 'indexes')
  }
}

/** Writes a whole demo database at once: for tests and tools. */
export function writeDemo(options: DemoOptions): void {
  const parts = demoParts(options)
  while (parts.next().done !== true);
}

/** The file is worth nothing before it is complete, so nothing is done for its safety. */
const whileWriting = [
  'PRAGMA foreign_keys = OFF',
  'PRAGMA journal_mode = MEMORY',
  'PRAGMA synchronous = OFF',
]

/** Last of all the revision: a file without is no Prefect database. */
function finish(sink: DemoSink): void {
  sink.transaction(() => sink.insert('alembic_version', [{ version_num: headRevision }]))
  sink.execute('PRAGMA synchronous = FULL')
  sink.execute('PRAGMA journal_mode = WAL')
  sink.execute('PRAGMA foreign_keys = ON')
}

/** All runs in the order of time: the planted, the scheduled, and as many by hand as are left. */
function plan(demo: Demo): PlannedRun[] {
  const runs = [...plantedRuns(demo), ...scheduledRuns(demo)]
  const count = runs.reduce((sum, run) => sum + run.count, 0)
  runs.push(...runsByHand(demo, demoFlowRuns - count))
  return runs.toSorted((one, other) => one.at - other.at)
}

function writeRuns(demo: Demo, runs: readonly PlannedRun[]): void {
  for (const { play } of runs) {
    for (const run of play()) {
      writeRun(demo, run)
      writeArtifact(demo, run)
    }
  }
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = []
  for (let start = 0; start < items.length; start += size) {
    parts.push(items.slice(start, start + size))
  }
  return parts
}
