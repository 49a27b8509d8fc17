import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { buildDatabase } from '../../src-main/testing/build-database.ts'
import { ProjectCopy } from './project-copy.ts'

// "Adding an operation touches three files: the contract, the model, the screen. After the first,
// tsc fails in exactly one file, the model." (ARCHITECTURE.md) Here it is done, on a copy.

const contractFile = 'src-shared/contract/flows.ts'
const modelFile = 'src-main/models/flows.ts'
const screenFile = 'src-renderer/features/flows/drill-screen.tsx'

const declaration = `
  countAllFlows: query({ input: z.strictObject({}), output: z.int(), reads: ['flow'] }),
`

const model = `
const countAllFlows: Flows['countAllFlows'] = async (db) => {
  const { count } = await db
    .selectFrom('flow')
    .select((flow) => flow.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
`

const screen = `
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Api } from '../../api/api.ts'

export function DrillScreen({ api }: { api: Api }): ReactNode {
  const count = useQuery(api.flows.countAllFlows({})).data
  return <p>{count?.toFixed(0)}</p>
}
`

/** Calls the operation as a host does, from the copy's sources. */
const caller = `
import { contract } from './src-shared/contract/contract.ts'
import { forkedProcess } from './src-main/database/forked-process.ts'
import { Session } from './src-main/database/session.ts'
import { Dispatcher } from './src-main/rpc/dispatcher.ts'
import { EventBus } from './src-main/rpc/event-bus.ts'
import { InProcessTransport } from './src-main/rpc/in-process-transport.ts'

const session = new Session({
  path: process.argv[2],
  readOnly: true,
  spawn: forkedProcess('./src-main/database/worker.ts'),
  copiesFolder: './copies',
  onEvent: () => {},
})
const dispatcher = new Dispatcher({
  contract,
  events: new EventBus(),
  log: { file: '', info: () => {}, error: (...words) => process.stderr.write(JSON.stringify(words)) },
  execute: (call) => session.run(call.operation, { ...call, operation: call.name }),
})
const transport = new InProcessTransport(dispatcher)
const reply = await transport.call('flows.countAllFlows', {})
const refused = await transport.call('flows.countAllFlows', { more: 1 })
session.close()
process.stdout.write(JSON.stringify([reply, refused.error?.code]))
`

/** For the type checker, which is made for a machine that has nothing else to do. */
const timeout = 60_000

describe('adding an operation', { timeout }, () => {
  let copy: ProjectCopy

  beforeAll(async () => {
    copy = await ProjectCopy.make()
  })

  afterAll(() => copy?.remove())

  test('first in the contract: then tsc fails in exactly one file, the model', async () => {
    await copy.change(contractFile, '\n  readFlowLabels:', `${declaration}  readFlowLabels:`)
    const { files, output } = await copy.typeCheck()
    expect(files).toEqual([modelFile])
    expect(output).toContain('countAllFlows')
  })

  test('then in the model: then tsc is content, and the operation works', async () => {
    const head = '/** `prefect.server.models.flows`, on the file. */'
    await copy.change(modelFile, head, `${model}\n${head}`)
    await copy.change(modelFile, '\n  readFlowLabels,\n', '\n  readFlowLabels,\n  countAllFlows,\n')
    expect((await copy.typeCheck()).output).toBe('')
    await writeFile(join(copy.root, 'caller.ts'), caller)
    const file = buildDatabase()
    onTestFinished(() => file.remove())
    file.add.flow()
    file.add.flow()
    file.bytes()
    const { output } = await copy.run('caller.ts', file.path)
    expect(JSON.parse(output)).toMatchObject([{ ok: true, value: 2 }, 'invalid_input'])
  })

  test('last in a screen, with its types: three files in all', async () => {
    await writeFile(join(copy.root, screenFile), screen)
    copy.touched.add(screenFile)
    expect((await copy.typeCheck()).output).toBe('')
    expect([...copy.touched]).toEqual([contractFile, modelFile, screenFile])
  })
})
