import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cachedDatabase, cacheFolder } from '../generate/cached-database.ts'
import { defaultParameters } from '../generate/parameters.ts'
import type { BenchCase, CaseResult } from './bench-case.ts'
import { openBenchFile, openScratchCopy } from './bench-file.ts'
import { filterCases } from './filter-cases.ts'
import { measureHost, startHost, type HostResult } from './host-bench.ts'
import { measureCase } from './measure.ts'
import { readCases } from './read-cases.ts'
import { caseTable, hostTable, type Report } from './report.ts'
import { rowCases } from './row-cases.ts'
import { Trials } from './trial.ts'
import { statisticsCase } from './statistics-case.ts'
import { measureStarts, startLines } from './start-bench.ts'
import { trapVerdict } from './trap-verdict.ts'
import { writeFlowCases } from './write-flow-cases.ts'
import { writeLimitCases } from './write-limit-cases.ts'

const usage = `Measures the models against the best hand-written SQL, in one process, in turns.

  npm run bench -- [--json FILE] [--only TEXT] [--per-case MS] [--runs N] [--flows N] [--no-host]

--only measures the cases whose operation or question holds the text.`

const hostEntry = join(import.meta.dirname, '../../out/main/server.js')

interface Options {
  json: string
  only: string
  perCase: number
  host: boolean
  database: string
}

function optionsOf(): Options | undefined {
  const { values } = parseArgs({
    options: {
      json: { type: 'string', default: join(cacheFolder(), 'bench.json') },
      only: { type: 'string', default: '' },
      'per-case': { type: 'string', default: '600' },
      runs: { type: 'string', default: String(defaultParameters.runs) },
      flows: { type: 'string', default: String(defaultParameters.flows) },
      'no-host': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  say('Preparing the database (the first time, it is made)')
  return {
    json: values.json,
    only: values.only.toLowerCase(),
    perCase: Number(values['per-case']),
    host: !values['no-host'] && values.only === '',
    database: cachedDatabase({
      ...defaultParameters,
      runs: Number(values.runs),
      flows: Number(values.flows),
    }),
  }
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

async function measureAll(cases: readonly BenchCase[], options: Options): Promise<CaseResult[]> {
  const { only, perCase } = options
  const asked = cases.filter(({ operation, question }) =>
    `${operation} ${question}`.toLowerCase().includes(only),
  )
  const trials = new Trials(options.database)
  const results: CaseResult[] = []
  for (const benchCase of asked) {
    say(`${benchCase.operation}: ${benchCase.question}`)
    results.push(await measureCase(trials.withoutEndless(benchCase), { perCase }))
  }
  return results
}

async function measureReads(options: Options): Promise<CaseResult[]> {
  const file = openBenchFile(options.database, 'reader')
  try {
    return await measureAll(
      [...readCases(file), statisticsCase(file), ...rowCases(file), ...filterCases(file)],
      options,
    )
  } finally {
    file.close()
  }
}

async function measureWrites(options: Options): Promise<CaseResult[]> {
  const file = openScratchCopy(options.database)
  try {
    return await measureAll([...writeFlowCases(file), ...writeLimitCases(file)], options)
  } finally {
    file.close()
  }
}

async function measureTheWay(options: Options): Promise<HostResult[] | undefined> {
  if (!options.host) return undefined
  if (!existsSync(hostEntry)) {
    say('The host is not built (npm run build): the way through it is not measured')
    return undefined
  }
  const file = openBenchFile(options.database, 'reader')
  const host = await startHost(hostEntry, options.database)
  try {
    return await measureHost(file, host)
  } finally {
    await host.stop()
    file.close()
  }
}

async function main(): Promise<void> {
  const options = optionsOf()
  if (!options) {
    process.stdout.write(`${usage}\n`)
    return
  }
  const cases = [...(await measureReads(options)), ...(await measureWrites(options))]
  const host = await measureTheWay(options)
  const starts = host ? await measureStarts(hostEntry, options.database) : []
  const report: Report = {
    at: new Date().toISOString(),
    node: process.version,
    database: options.database,
    cases,
    ...(host && { host, starts }),
  }
  writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`)
  const verdict = trapVerdict(cases)
  const tables = [
    caseTable(cases),
    ...(host ? [hostTable(host), startLines(starts)] : []),
    verdict.line,
  ]
  process.stdout.write(`${tables.join('\n\n')}\n`)
  if (!verdict.held) process.exitCode = 1
}

await main()
