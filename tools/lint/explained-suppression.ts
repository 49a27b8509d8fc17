import type { Rule } from 'eslint'

const directive = /^[\s*]*(oxlint|eslint)-disable(?:-next-line|-line)?(?![\w-])(.*)$/s
const ruleAndReason = /^\s+(?!all\b)[\w@/-]+(\s*,\s*[\w@/-]+)*\s+--\s+\S.{2,}/s

function problemOf(comment: string): string | undefined {
  const [, tool, rest = ''] = directive.exec(comment) ?? []
  if (tool === undefined) return undefined
  if (tool === 'eslint') return 'eslint-disable does nothing here: write oxlint-disable.'
  if (ruleAndReason.test(rest)) return undefined
  return 'Name the rule and say why: oxlint-disable-next-line the-rule -- the reason.'
}

/** D8: a suppression names its rule and gives its reason. (TypeScript's own: `ban-ts-comment`.) */
export const explainedSuppression: Rule.RuleModule = {
  meta: { type: 'problem', docs: { description: 'a suppression names its rule and its reason' } },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const problem = problemOf(comment.value)
          if (problem === undefined) continue
          // Reported before the first character: at its own place a bare suppression hides itself.
          const fileStart = { line: 1, column: 0 }
          context.report({
            loc: { start: fileStart, end: fileStart },
            message: `Line ${String(comment.loc?.start.line)}: ${problem}`,
          })
        }
      },
    }
  },
}
