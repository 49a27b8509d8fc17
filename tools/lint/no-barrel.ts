import type { Rule } from 'eslint'
import type { Program } from 'estree'

type Statement = Program['body'][number]

function isReExport(statement: Statement, imported: ReadonlySet<string>): boolean {
  if (statement.type === 'ExportAllDeclaration') return true
  if (statement.type !== 'ExportNamedDeclaration' || statement.declaration) return false
  if (statement.source) return true
  if (statement.specifiers.length === 0) return false
  return statement.specifiers.every(
    ({ local }) => local.type === 'Identifier' && imported.has(local.name),
  )
}

function importedNames(body: Program['body']): Set<string> {
  const declarations = body.filter((statement) => statement.type === 'ImportDeclaration')
  return new Set(
    declarations.flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name)),
  )
}

function isBarrel({ body }: Program): boolean {
  const imported = importedNames(body)
  const others = body.filter((statement) => statement.type !== 'ImportDeclaration')
  return others.length > 0 && others.every((statement) => isReExport(statement, imported))
}

/** D8: no file that only passes on what others export; import from where a thing is declared. */
export const noBarrel: Rule.RuleModule = {
  meta: { type: 'problem', docs: { description: 'no file that only re-exports' } },
  create(context) {
    return {
      Program(node) {
        if (!isBarrel(node)) return
        context.report({
          node,
          message: 'A barrel: import from where a thing is declared instead.',
        })
      },
    }
  },
}
