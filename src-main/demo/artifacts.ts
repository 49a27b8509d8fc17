import { named } from './demo.ts'
import type { Demo } from './demo.ts'
import { pythonJson } from './python-json.ts'
import type { RunScript } from './run-script.ts'
import { day, timestamp } from './times.ts'

/** Writes the artifact that a run of the last week has left, if its flow makes any. */
export function writeArtifact(demo: Demo, run: RunScript): void {
  const last = run.steps.at(-1)
  const key = run.flow.spec.artifact
  if (key === undefined || last === undefined || last.at > demo.now) return
  if (last.type !== 'COMPLETED' || last.at < demo.now - 7 * day) return
  const { random } = demo
  const passed = random.int(58, 64)
  const size = random.int(31_000, 33_000)
  const isReport = key === 'data-quality-report'
  const content = isReport
    ? `# Data quality\n\n${passed} of 64 rules passed.\n\n| table | rows |\n|---|---|\n| orders | ${random.int(80_000, 99_000)} |\n`
    : pythonJson([{ database: 'shop', size_mb: size }])
  const artifact = {
    id: random.uuid(),
    created: timestamp(last.at - 30_000),
    key,
    type: isReport ? 'markdown' : 'table',
    data: pythonJson(content),
    flow_run_id: run.id,
    description: isReport ? 'What the rules found.' : null,
  }
  // Plain JSON columns: no value is the text `null` there.
  const { created } = artifact
  demo.rows.add('artifact', { ...artifact, updated: created, metadata_: 'null', task_run_id: null })
  const before = demo.artifacts.get(key)
  if (before === undefined || before.created < created) demo.artifacts.set(key, artifact)
}

/** Writes the newest artifact of each key. */
export function writeArtifactCollections(demo: Demo): void {
  for (const [key] of demo.artifacts) {
    const { id, ...latest } = named(demo.artifacts, key)
    demo.rows.add('artifact_collection', {
      ...latest,
      id: demo.random.uuid(),
      updated: latest.created,
      latest_id: id,
      metadata_: 'null',
      task_run_id: null,
    })
  }
}
