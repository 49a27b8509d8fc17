import type {
  CompiledQuery,
  KyselyPlugin,
  LogEvent,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryId,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely'
import type { RanStatement } from '../../src-shared/contract/wire.ts'

/** How many statements of one call are kept. */
const mostStatements = 40

/** How much is kept of a statement's text and of each parameter, in characters. */
const longestText = 20_000

/** Which recorder a query belongs to: calls on one connection take turns wherever they wait. */
const recorders = new WeakMap<QueryId, StatementRecorder>()

/** What Kysely is to tell each statement to. */
export function noteStatement(event: LogEvent): void {
  if (event.level === 'query') recorders.get(event.query.queryId)?.ran(event)
}

/** Notes the statements of one call: those that are run on a handle that has this plugin. */
export class StatementRecorder implements KyselyPlugin {
  readonly #statements: RanStatement[] = []
  readonly #byQuery = new WeakMap<QueryId, RanStatement>()

  /** In the order in which they ended; undefined if there were none. */
  get statements(): RanStatement[] | undefined {
    return this.#statements.length > 0 ? this.#statements : undefined
  }

  /** Notes a statement that has just been run. */
  ran({ query, queryDurationMillis }: { query: CompiledQuery; queryDurationMillis: number }): void {
    if (this.#statements.length >= mostStatements) return
    const parameters = query.parameters.map(shownParameter)
    const statement = {
      sql: query.sql.slice(0, longestText),
      parameters: parameters.map(({ shown }) => shown),
      milliseconds: Math.round(queryDurationMillis * 1000) / 1000,
      rows: 0,
      cut: query.sql.length > longestText || parameters.some(({ cut }) => cut),
    }
    this.#statements.push(statement)
    this.#byQuery.set(query.queryId, statement)
  }

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    recorders.set(queryId, this)
    return node
  }

  transformResult({
    queryId,
    result,
  }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const statement = this.#byQuery.get(queryId)
    if (statement) statement.rows = result.rows.length
    return Promise.resolve(result)
  }
}

function shownParameter(value: unknown): { shown: string | number | null; cut: boolean } {
  if (value === null || typeof value === 'number') return { shown: value, cut: false }
  const text = String(value)
  return { shown: text.slice(0, longestText), cut: text.length > longestText }
}
