/**
 * The lint rules that are Sluice's own, loaded by oxlint as a JS plugin (`.oxlintrc.json`).
 * Each is proved to fire by `lint-rules.test.ts`.
 */
import type { Rule } from 'eslint'
import { explainedSuppression } from './explained-suppression.ts'
import { importPath } from './import-path.ts'
import { noBarrel } from './no-barrel.ts'
import { onlyApi } from './only-api.ts'

const rules: Record<string, Rule.RuleModule> = {
  'explained-suppression': explainedSuppression,
  'import-path': importPath,
  'no-barrel': noBarrel,
  'only-api': onlyApi,
}

export default { meta: { name: 'sluice' }, rules }
