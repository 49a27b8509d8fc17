import type { Rule } from 'eslint'

const apiNames: ReadonlySet<unknown> = new Set([
  'queryKey',
  'invalidateQueries',
  'fetch',
  'XMLHttpRequest',
  'EventSource',
  'WebSocket',
  'sendBeacon',
  'bridge',
])

/**
 * D7: query keys, invalidation and the ways to the backend are known to `src-renderer/api` alone.
 * Goes by the bare name, so that neither destructuring nor an alias of `window` slips through.
 */
export const onlyApi: Rule.RuleModule = {
  meta: { type: 'problem', docs: { description: 'only src-renderer/api knows the transport' } },
  create(context) {
    function report(node: Rule.Node, name: unknown): void {
      if (!apiNames.has(name)) return
      context.report({ node, message: `D7: only src-renderer/api may mention '${String(name)}'.` })
    }
    return {
      Identifier: (node) => report(node, node.name),
      'MemberExpression[computed=true] > Literal.property': (node: Rule.Node) =>
        report(node, 'value' in node ? node.value : undefined),
      'Property > Literal.key': (node: Rule.Node) =>
        report(node, 'value' in node ? node.value : undefined),
    }
  },
}
