import type { Contract, Operation } from '../../src-shared/contract/operation.ts'
import { encodeReply, type ReplyText } from '../../src-shared/contract/wire.ts'
import { AppError } from '../../src-shared/errors/app-error.ts'
import type { Connection } from './connection.ts'
import type { TaskContext, Writing } from './model.ts'
import { readRevision } from './schema-verdict.ts'
import { StatementRecorder } from './statement-recorder.ts'

/** A model as it is looked up by name: its types were checked where it was declared. */
export type AnyModelFunction = (
  db: never,
  input: never,
  task: TaskContext<unknown>,
) => Promise<unknown>

/** The functions of every area, by area and operation. */
export type Models = Readonly<Record<string, Readonly<Record<string, AnyModelFunction>>>>

/** What one database process works with. */
export interface ProcessContext {
  contract: Contract
  models: Models
  connection: Connection
  /** The revision that was judged; a write to another one is refused. */
  revision: string
}

/** One call, its input already parsed. */
export interface OperationRequest {
  /** `area.operation`. */
  operation: string
  input: unknown
  task: TaskContext<unknown>
}

/**
 * Runs one operation on this process's connection, checks what it answers against the contract and
 * encodes it, a query with the statements that it ran. A command, and a query on the writer, is one
 * immediate transaction.
 */
export async function runOperation(
  processContext: ProcessContext,
  request: OperationRequest,
): Promise<ReplyText> {
  const [area = '', name = ''] = request.operation.split('.')
  const declaration = processContext.contract[area]?.[name]
  const model = processContext.models[area]?.[name]
  if (!declaration || !model) throw new Error(`no model for ${request.operation}`)
  const recorder = declaration.kind === 'query' ? new StatementRecorder() : undefined
  // Within the transaction, so that a command whose answer is wrong changes nothing.
  const run = async (db: Writing): Promise<unknown> => {
    const handle = recorder ? db.withPlugin(recorder) : db
    return declaration.output.parse(
      await model(handle as never, request.input as never, request.task),
    )
  }
  const answer = needsTransaction(declaration)
    ? await inTransaction(processContext, run)
    : await run(processContext.connection.db)
  const statements = recorder?.statements
  return encodeReply({ ok: true, value: answer, ...(statements && { statements }) })
}

/** The file is no longer of the revision that was judged. */
export function migrated(): AppError {
  return new AppError(
    'schema_unsupported',
    'A Prefect server has just migrated the database; nothing was changed',
    { fault: 'migrated' },
  )
}

function needsTransaction(operation: Operation): boolean {
  return operation.kind === 'command' || (operation.kind === 'query' && operation.on === 'writer')
}

async function inTransaction<T>(
  processContext: ProcessContext,
  run: (db: Writing) => Promise<T>,
): Promise<T> {
  return await processContext.connection.db.transaction().execute(async (transaction) => {
    const revision = await readRevision(transaction)
    if (revision !== processContext.revision) throw migrated()
    return await run(transaction)
  })
}
