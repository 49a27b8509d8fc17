import type { QueryFunctionContext } from '@tanstack/react-query'
import { contract, type SluiceContract } from '../../src-shared/contract/contract.ts'
import type { InputOf, Operation, OutputOf } from '../../src-shared/contract/operation.ts'
import type { WireError } from '../../src-shared/contract/wire.ts'
import { AppError } from '../../src-shared/errors/app-error.ts'
import type { OperationKey } from './operation-key.ts'
import { noteStatements } from './statements.ts'
import type { Transport } from './transport.ts'

/** What `useQuery` takes. */
export interface QueryOptions<O extends Operation> {
  queryKey: OperationKey
  queryFn: (context: QueryFunctionContext) => Promise<OutputOf<O>>
}

/** What `useMutation` takes. */
export interface MutationOptions<O extends Operation> {
  mutationFn: (input: InputOf<O>) => Promise<OutputOf<O>>
}

type OptionsOf<O extends Operation> = O extends { kind: 'query' }
  ? (input: InputOf<O>) => QueryOptions<O>
  : () => MutationOptions<O>

/** The contract as TanStack Query's options: a function for each operation. */
type AreaOptions = {
  readonly [A in keyof SluiceContract]: {
    readonly [N in keyof SluiceContract[A]]: SluiceContract[A][N] extends Operation
      ? OptionsOf<SluiceContract[A][N]>
      : never
  }
}

/** The contract as TanStack Query's options, and what can be done to calls. */
export type Api = AreaOptions & {
  /** Stops a call by its id: a task that another page began, say. */
  stopCall(callId: string): void
}

function toAppError({ code, message, details }: WireError): AppError {
  return new AppError(code, message, details)
}

async function callFor<O extends Operation>(
  transport: Transport,
  key: OperationKey,
  signal?: AbortSignal,
): Promise<OutputOf<O>> {
  const [area, name, input] = key
  const reply = await transport.call(`${area}.${name}`, input, signal)
  if (!reply.ok) throw toAppError(reply.error)
  if (reply.statements) noteStatements(key, reply.statements)
  return reply.value as OutputOf<O>
}

/** The options of one operation: by its input if it is a query. */
function optionsFor(transport: Transport, path: [string, string], operation: Operation): unknown {
  if (operation.kind !== 'query') {
    return () => ({ mutationFn: (input: unknown) => callFor(transport, [...path, input]) })
  }
  return (input: unknown) => {
    const queryKey: OperationKey = [...path, operation.input.parse(input)]
    return {
      queryKey,
      queryFn: ({ signal }: QueryFunctionContext) => callFor(transport, queryKey, signal),
    }
  }
}

/** Makes TanStack Query's options of the contract, over one transport. */
export function createApi(transport: Transport): Api {
  const areas = Object.entries(contract).map(([area, operations]) => [
    area,
    Object.fromEntries(
      Object.entries(operations).map(([name, operation]) => [
        name,
        optionsFor(transport, [area, name], operation),
      ]),
    ),
  ])
  const options = Object.fromEntries(areas) as AreaOptions
  return { ...options, stopCall: (callId) => transport.stop(callId) }
}
