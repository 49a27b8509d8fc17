import { expect, test } from 'vitest'
import type { DatabaseSource } from '../../../src-shared/contract/schemas/found-database.ts'
import type { SchemaState } from '../../../src-shared/contract/schemas/session-state.ts'
import { schemaWords, sourceWords } from './found-words.ts'

const nowhere: DatabaseSource = { kind: 'home', setting: null, file: null, profile: null }

test.each<[Partial<DatabaseSource>, string]>([
  [{}, 'Prefect’s usual place'],
  [{ kind: 'environment', setting: 'PREFECT_HOME' }, '`PREFECT_HOME` in the environment'],
  [{ kind: 'dotenv', setting: 'PREFECT_HOME' }, '`PREFECT_HOME` in `.env`'],
  [{ kind: 'pyproject_toml' }, '`pyproject.toml`'],
  [{ kind: 'prefect_toml', setting: 'home' }, '`home` in `prefect.toml`'],
  [
    { kind: 'profile', setting: 'PREFECT_HOME', profile: 'local' },
    '`PREFECT_HOME` in the profile “local”',
  ],
  [{ kind: 'profile', profile: 'local' }, 'The profile “local”'],
  [{ kind: 'profile' }, '`profiles.toml`'],
])('%j is listed because of %s', (source, words) => {
  expect(sourceWords({ ...nowhere, ...source })).toBe(words)
})

const newest: SchemaState = {
  revision: 'x',
  known: true,
  prefect: '3.9.1',
  liveTagLimits: 'v2',
  hasLabels: true,
}

test.each<[Partial<SchemaState>, string]>([
  [{}, 'Prefect 3.9.1'],
  [{ prefect: '3.0.3', hasLabels: false }, 'Prefect 3.0.3, for reading only'],
  [{ prefect: '2.x', hasLabels: false }, 'Prefect 2, for reading only'],
  [{ prefect: null, known: false }, 'Newer than known, for reading only'],
])('the schema %j is said to be %s', (schema, words) => {
  expect(schemaWords({ ...newest, ...schema })).toBe(words)
})
