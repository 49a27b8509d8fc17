import type { Contract } from '../../src-shared/contract/operation.ts'
import { AppError } from '../../src-shared/errors/app-error.ts'
import { openConnection, type Connection } from './connection.ts'
import { MissingColumnsPlugin } from './missing-columns-plugin.ts'
import type { FromProcess, OpenRequest, ToConnection, ToProcess } from './process-messages.ts'
import { migrated, runOperation, type Models, type ProcessContext } from './run-operation.ts'
import { missingColumns } from './revisions.ts'
import { judgeSchema, readRevision, type SchemaVerdict } from './schema-verdict.ts'
import { toSentError } from './sent-error.ts'
import { isCannotOpen, isSqlError } from './sqlite-errors.ts'

/** How this process hears and speaks. */
export interface Port {
  onMessage(listener: (message: ToProcess) => void): void
  send(message: FromProcess): void
}

/** Serves one connection for as long as this process lives: opens it when told, then runs calls. */
export function serveConnection(port: Port, contract: Contract, models: Models): void {
  let processContext: ProcessContext | undefined
  let isOtherSchema = false
  const running = new Map<number, AbortController>()

  const handlers = {
    open: async (request: OpenRequest) => {
      try {
        const { connection, verdict } = await open(request)
        processContext = { contract, models, connection, revision: verdict.schema.revision }
        isOtherSchema = !verdict.writable
        port.send({ kind: 'opened', verdict })
      } catch (error) {
        port.send({ kind: 'unopened', error: toSentError(error), cannotOpen: isCannotOpen(error) })
      }
    },
    run: async ({ id, operation, input }: ToConnection & { kind: 'run' }) => {
      const controller = new AbortController()
      running.set(id, controller)
      try {
        const report = (progress: unknown): void => port.send({ kind: 'progress', id, progress })
        const task = { signal: controller.signal, report }
        const text = await runOperation(openedOf(processContext), { operation, input, task })
        port.send({ kind: 'reply', id, text })
      } catch (error) {
        port.send({
          kind: 'failed',
          id,
          error: toSentError(isOtherSchema ? orLacking(error) : error),
        })
      } finally {
        running.delete(id)
      }
    },
    stop: ({ id }: ToConnection & { kind: 'stop' }) => running.get(id)?.abort(),
    look: async ({ id }: ToConnection & { kind: 'look' }) => {
      try {
        const { connection } = openedOf(processContext)
        const dataVersion = Number(connection.pragma('data_version'))
        const revision = await readRevision(connection.db)
        port.send({ kind: 'looked', id, look: { dataVersion, revision } })
      } catch (error) {
        port.send({ kind: 'failed', id, error: toSentError(error) })
      }
    },
  }
  port.onMessage((message) => {
    if (message.kind !== 'write_demo') void handlers[message.kind](message as never)
  })
}

function openedOf(processContext: ProcessContext | undefined): ProcessContext {
  if (processContext) return processContext
  throw new Error('called before it was opened')
}

/** What an older, or an unknown, schema lacks is no bug of ours. */
function orLacking(error: unknown): unknown {
  if (!isSqlError(error)) return error
  return new AppError('schema_unsupported', "The file's schema does not have what this needs")
}

async function open({
  path,
  mode,
  revision,
}: OpenRequest): Promise<{ connection: Connection; verdict: SchemaVerdict }> {
  const connection = openConnection({ path, mode })
  try {
    const verdict = await judgeSchema(connection.db)
    if (revision !== undefined && revision !== verdict.schema.revision) throw migrated()
    const missing = missingColumns(verdict.schema.revision)
    if (missing.size === 0) return { connection, verdict }
    const db = connection.db.withPlugin(new MissingColumnsPlugin(missing))
    return { connection: { ...connection, db }, verdict }
  } catch (error) {
    connection.close()
    throw error
  }
}
