import type { Rule } from 'eslint'

const knownExtension = /\.(ts|tsx|css|json|svg|png|woff2)(\?[\w&=]+)?$/
const localButNotRelative = /^(\/|~|#|@\/|src-(shared|main|renderer)\b)/

function problemOf(path: string): string | undefined {
  if (localButNotRelative.test(path)) return `Import by a relative path, not '${path}'.`
  if (!path.startsWith('.') || knownExtension.test(path)) return undefined
  return `Write the file's real extension ('./x.ts', './x.tsx'), not '${path}'.`
}

interface Importing {
  source?: unknown
}

function pathOf({ source }: Importing): string | undefined {
  if (typeof source !== 'object' || source === null || !('value' in source)) return undefined
  return typeof source.value === 'string' ? source.value : undefined
}

/** Local imports are relative and carry the file's real extension, `./x.ts`: one way to write each. */
export const importPath: Rule.RuleModule = {
  meta: { type: 'problem', docs: { description: 'relative import paths with real extensions' } },
  create(context) {
    function check(node: Rule.Node & Importing): void {
      const path = pathOf(node)
      const problem = path === undefined ? undefined : problemOf(path)
      if (problem !== undefined) context.report({ node, message: problem })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    }
  },
}
