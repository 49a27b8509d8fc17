import type { DemoProgress } from '../../src-shared/contract/schemas/demo-progress.ts'

const words: Readonly<Record<DemoProgress['what'], string>> = {
  flows: 'Writing the demo: flows',
  runs: 'Writing the demo: runs',
  limits: 'Writing the demo: limits',
  indexes: 'Writing the demo: indexes',
  nothing: 'Opening the demo',
}

/** What of the demo is being written, in words. */
export function demoLabel(progress: DemoProgress | undefined): string {
  return progress ? words[progress.what] : 'Preparing the demo'
}

/** How much of it is written, from 0 to 1. */
export function demoPart(progress: DemoProgress | undefined): number {
  return progress ? progress.done / progress.total : 0
}
