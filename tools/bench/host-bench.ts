import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { createInterface } from 'node:readline'
import { contract } from '../../src-shared/contract/contract.ts'
import { reading } from '../../src-main/database/model.ts'
import { flows } from '../../src-main/models/flows.ts'
import type { SideResult } from './bench-case.ts'
import type { BenchFile } from './bench-file.ts'
import { measureCase } from './measure.ts'

/** What the whole way adds to the model, in milliseconds. */
export interface HostResult {
  readonly question: string
  readonly host: SideResult
  readonly model: SideResult
  /** `host.p50 - model.p50`. */
  readonly added: number
}

/** The built browser host, serving the file. */
export interface Host {
  call(operation: string, input: unknown): Promise<unknown>
  stop(): Promise<void>
}

const startLine = /^Sluice is at (http:\/\/127\.0\.0\.1:\d+)\/\?token=(\S+)$/

/** Starts `out/main/server.js` on a file and waits for its first line. */
export async function startHost(entry: string, path: string): Promise<Host> {
  const child = spawn(process.execPath, [entry, '--database', path, '--read-only', '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const line = await firstLine(child)
  const [, origin, token] = startLine.exec(line) ?? []
  if (origin === undefined || token === undefined) throw new Error(`the host said: ${line}`)
  const agent = new Agent({ keepAlive: true })
  return {
    call: async (operation, input) => {
      const text = await post(agent, { url: `${origin}/operations/${operation}`, token, input })
      const reply = JSON.parse(text) as { ok: boolean; value: unknown }
      if (!reply.ok) throw new Error(`${operation}: ${text}`)
      return reply.value
    },
    stop: async () => {
      agent.destroy()
      const exit = once(child, 'exit')
      child.kill()
      await exit
    },
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the host has no stdout')
  const lines = createInterface({ input: child.stdout })
  const line = once(lines, 'line').then(([text]) => String(text))
  const exit = once(child, 'exit').then(() => 'nothing, and ended')
  return await Promise.race([line, exit])
}

interface Call {
  url: string
  token: string
  input: unknown
}

function post(agent: Agent, { url, token, input }: Call): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }
    const call = request(url, { agent, method: 'POST', headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve(Buffer.concat(parts).toString('utf8')))
    })
    call.on('error', reject)
    call.end(JSON.stringify(input))
  })
}

type Input = Record<string, unknown>

/** Asks the same of the host and of the model in this process, in turns. */
export async function measureHost(file: BenchFile, host: Host): Promise<HostResult[]> {
  const db = reading(file.connection.db)
  const id = String(file.byHand.prepare('SELECT id FROM flow ORDER BY id LIMIT 1').pluck().get())
  const list = (input: Input) => () =>
    flows.readFlows(db, contract.flows.readFlows.input.parse(input))
  const count = (input: Input) => () =>
    flows.countFlows(db, contract.flows.countFlows.input.parse(input))
  const failed = { flow_runs: { state: { type: { any_: ['FAILED'] } } } }
  const asked: [string, string, Input, () => Promise<unknown>][] = [
    ['readFlow', 'flows.readFlow', { flow_id: id }, () => flows.readFlow(db, { flow_id: id })],
    ['countFlows', 'flows.countFlows', {}, count({})],
    ['readFlows, limit 50', 'flows.readFlows', { limit: 50 }, list({ limit: 50 })],
    ['readFlows, limit 200', 'flows.readFlows', { limit: 200 }, list({ limit: 200 })],
    ['readFlows, all 2,000', 'flows.readFlows', {}, list({})],
    [
      'readFlows, failed, limit 50',
      'flows.readFlows',
      { ...failed, limit: 50 },
      list({ ...failed, limit: 50 }),
    ],
  ]
  const results: HostResult[] = []
  for (const [question, operation, input, model] of asked) {
    const forms = [{ name: 'host', run: () => host.call(operation, input) }]
    const measured = await measureCase({ operation, question, model, forms }, { perCase: 1500 })
    const added = measured.best.p50 - measured.model.p50
    results.push({ question, host: measured.best, model: measured.model, added })
  }
  return results
}
