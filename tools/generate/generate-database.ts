import { DemoRandom } from '../../src-main/demo/random.ts'
import { day, parseTime } from '../../src-main/demo/times.ts'
import { BulkFile } from './bulk-file.ts'
import { addCatalog } from './catalog-rows.ts'
import type { GeneratorParameters } from './parameters.ts'
import { RunWriter } from './run-rows.ts'

/** The moment every generated file is of; runs reach a year back and a week ahead. */
export const generatedNow = parseTime('2026-11-20T12:00:00Z')

/**
 * Writes a Prefect database of any size to a path where there is no file yet.
 *
 * Stated distribution: the first flow has `busiest` of the runs, the others fall off by a power law,
 * one of forty has none. About 9 % of the runs failed (in a tenth of the flows none), 1 % crashed,
 * 2 % were cancelled, 3 % are scheduled, three runs are being cancelled; only the busiest flow's runs
 * are ever paused. One run of ten is tagged `gpu`, all of the same flows; five are tagged
 * `incident-4711`. A tenth of the flows has no deployment, one of forty a paused one. A run that has
 * begun has `taskRuns` task runs and a row for its last state. No statistics (`ANALYZE`) are taken.
 */
export function generateDatabase(path: string, parameters: GeneratorParameters): void {
  const file = new BulkFile(path)
  try {
    const random = new DemoRandom(parameters.seed)
    const from = generatedNow - 400 * day
    const flows = addCatalog({ file, random: random.fork('catalog'), from }, parameters)
    const target = { file, random: random.fork('runs'), now: generatedNow }
    new RunWriter(target, flows, parameters).addAll()
    file.finish()
  } catch (error) {
    file.close()
    throw error
  }
}
