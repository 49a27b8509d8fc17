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

/** A column and what stands for it. */
interface Standing {
  name: string
  value: ValueNode
}

/** Puts a value in the place of a column that the file's schema does not have yet. */
class ValueForMissing extends OperationNodeTransformer {
  readonly #missing: ReadonlyMap<string, string | null>

  constructor(missing: ReadonlyMap<string, string | null>) {
    super()
    this.#missing = missing
  }

  #standing({ table, column }: ReferenceNode): Standing | undefined {
    if (!ColumnNode.is(column)) return undefined
    const { name } = column.column
    const qualified = `${table?.table.identifier.name ?? ''}.${name}`
    const key = [qualified, name].find((known) => this.#missing.has(known))
    if (key === undefined) return undefined
    return { name, value: ValueNode.createImmediate(this.#missing.get(key) ?? null) }
  }

  protected override transformSelection(node: SelectionNode): SelectionNode {
    const selected = node.selection
    const standing = ReferenceNode.is(selected) ? this.#standing(selected) : undefined
    if (!standing) return super.transformSelection(node)
    const alias = IdentifierNode.create(standing.name)
    return { ...node, selection: AliasNode.create(standing.value, alias) }
  }

  /** Where the column is not selected but asked, or sorted by. */
  protected override transformReference(node: ReferenceNode): ReferenceNode {
    const standing = this.#standing(node)
    return standing ? (standing.value as never) : super.transformReference(node)
  }
}

/**
 * Lets models select and ask the newest schema's columns of an older file: for those that are missing
 * there (`labels`, before 3.1.5) a value stands, mostly NULL.
 */
export class MissingColumnsPlugin implements KyselyPlugin {
  readonly #transformer: ValueForMissing

  /** @param missing - by `table.column`, which a model must then name with its table, or by `column`. */
  constructor(missing: ReadonlyMap<string, string | null>) {
    this.#transformer = new ValueForMissing(missing)
  }

  transformQuery(query: PluginTransformQueryArgs): RootOperationNode {
    return this.#transformer.transformNode(query.node)
  }

  transformResult(result: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return Promise.resolve(result.result)
  }
}
