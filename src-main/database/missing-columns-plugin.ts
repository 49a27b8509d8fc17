import {
  AliasNode,
  ColumnNode,
  IdentifierNode,
  OperationNodeTransformer,
  ReferenceNode,
  ValueNode,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  type SelectionNode,
  type UnknownRow,
} from 'kysely'

const nothing = ValueNode.createImmediate(null)

/** Puts NULL in the place of a column that the file's schema does not have yet. */
class NullForMissing extends OperationNodeTransformer {
  readonly #missing: ReadonlySet<string>

  constructor(missing: ReadonlySet<string>) {
    super()
    this.#missing = missing
  }

  protected override transformSelection(node: SelectionNode): SelectionNode {
    const selected = node.selection
    if (!ReferenceNode.is(selected) || !ColumnNode.is(selected.column)) {
      return super.transformSelection(node)
    }
    const { name } = selected.column.column
    if (!this.#missing.has(name)) return super.transformSelection(node)
    return { ...node, selection: AliasNode.create(nothing, IdentifierNode.create(name)) }
  }

  /** Where the column is not selected but asked, or sorted by. */
  protected override transformReference(node: ReferenceNode): ReferenceNode {
    const isMissing = ColumnNode.is(node.column) && this.#missing.has(node.column.column.name)
    return isMissing ? (nothing as never) : super.transformReference(node)
  }
}

/**
 * Lets models select and ask the newest schema's columns of an older file: those that are missing
 * there (`labels`, before 3.1.5) are NULL.
 */
export class MissingColumnsPlugin implements KyselyPlugin {
  readonly #transformer: NullForMissing

  constructor(missing: readonly string[]) {
    this.#transformer = new NullForMissing(new Set(missing))
  }

  transformQuery(query: PluginTransformQueryArgs): RootOperationNode {
    return this.#transformer.transformNode(query.node)
  }

  transformResult(result: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return Promise.resolve(result.result)
  }
}
