import Sqlite from 'better-sqlite3'
import { writeDemo } from '../demo/demo-parts.ts'
import { demoSink } from './demo-sink.ts'

/** "Now" of the demo that tests look at: a Friday afternoon. */
export const demoNow = '2026-11-20T15:42:00Z'

/** A demo in memory. */
export function demoDatabase(): Sqlite.Database {
  const database = new Sqlite(':memory:')
  writeDemo({ sink: demoSink(database), seed: 1, now: demoNow })
  return database
}
