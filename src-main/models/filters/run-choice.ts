import type { Reading } from '../../database/model.ts'
import type { Condition } from './condition.ts'
import { measureSizes, sampleFlows, type Sample, type Sizes, type Way } from './run-estimates.ts'
import type { AskedRun, RunForm } from './run-forms.ts'

/** What the choice of a form goes by. */
export interface RunQuestion {
  readonly asked: AskedRun
  readonly ways: readonly Way[]
  /** What else is asked of the flows. */
  readonly others: Condition
  /** How many flows the answer ends at; infinite where all are wanted, or counted. */
  readonly wanted: number
}

/**
 * Costs in look-ups of one run by its place, about 2 µs. Task runs are reached over an index more;
 * a row in the course of a pass over its table costs a part of a look-up.
 */
const cost = { flow: 2, run: 1, tasksOfRun: 3, task: 2, passedRun: 0.25, passedTask: 0.13 }

/** A pass that costs no more is made without comparing. */
const trifle = 400
/** A pass that costs no more is compared with a glance at the flows. */
const worthAGlance = 8_000

/** Rows that are counted behind each way at first; later, as many as can matter. */
const countedAtFirst = 4_000
/** How many runs of a flow are looked at: at a glance, and closely. */
const depths = [16, 80]

/** Where no index says how many rows match, one of so many is taken to. */
const unknownMatches = 1 / 8

/** A pass over a table. */
interface Pass {
  readonly form: RunForm
  /** At least this, where its rows were not counted to the end. */
  readonly cost: number
  readonly isCounted: boolean
}

/** Chooses the form that costs the least, as far as that can be told for a small part of the cost. */
export async function chooseForm(db: Reading, question: RunQuestion): Promise<RunForm> {
  const { asked, others } = question
  if (asked.run === 'always' && (asked.task ?? 'always') === 'always') return { by: 'flows' }
  let { sizes, pass } = await look(db, question, countedAtFirst)
  if (pass.isCounted && pass.cost <= trifle) return pass.form
  let choice = pass.form
  for (const depth of depths) {
    const sample = await sampleFlows(db, others, { asked, depth })
    const each = costOfEachFlow(question, sizes, sample)
    // To count further than this would not change the choice.
    const enough = Math.ceil(each.likely)
    if (!pass.isCounted && pass.cost < enough) ({ pass, sizes } = await look(db, question, enough))
    choice = each.likely <= pass.cost ? { by: 'flows' } : pass.form
    const isCheap = pass.isCounted && pass.cost <= Math.max(each.least, worthAGlance)
    if (isCheap || sample.open === 0) break
  }
  return choice
}

/** Counts up to `most` rows behind each way, and finds the cheapest pass. */
async function look(
  db: Reading,
  question: RunQuestion,
  most: number,
): Promise<{ sizes: Sizes; pass: Pass }> {
  const { asked, others, ways } = question
  const sizes = await measureSizes(db, others, { ways, most })
  const perRun = cost.run + (asked.task ? cost.tasksOfRun : 0)
  const through = ways.map((way, index): Pass => {
    const rows = sizes.behind[index] ?? 0
    const perRow = way.by === 'runs' ? perRun : cost.task
    return { form: way, cost: rows * perRow, isCounted: rows < most }
  })
  const pass = [...through, ...wholePasses(asked, sizes)].reduce((cheapest, next) =>
    next.cost < cheapest.cost ? next : cheapest,
  )
  return { sizes, pass }
}

/** One over all flow runs, and one over all task runs where they are asked for. */
function wholePasses({ run, task }: AskedRun, { runs, tasks }: Sizes): Pass[] {
  const matching = run === 'always' ? 1 : unknownMatches
  const perRun = cost.passedRun + (task ? matching * cost.tasksOfRun : 0)
  const byRuns: Pass = { form: { by: 'runs' }, cost: runs * perRun, isCounted: true }
  if (!task) return [byRuns]
  const perTask = cost.passedTask + unknownMatches * cost.task
  return [{ form: { by: 'tasks' }, cost: tasks * perTask, isCounted: true }, byRuns]
}

/** What going through each flow's runs costs: at the least, and as flows are on the average. */
function costOfEachFlow(
  { asked, wanted }: RunQuestion,
  sizes: Sizes,
  { flows, matching, passed, open }: Sample,
): { least: number; likely: number } {
  if (flows === 0) return { least: 0, likely: 0 }
  const asksTasks = asked.run === 'always' ? 1 : 1 / 3
  const perRun = cost.run + (asked.task ? cost.tasksOfRun * asksTasks : 0)
  const visited = Math.min(sizes.left, matching === 0 ? Infinity : (wanted * flows) / matching)
  const perFlow = passed / flows
  // Runs are unevenly spread: the flows left open have, together, their part of all runs. A handful
  // that shows none is no proof that there is none.
  const stillOpen = flows === sizes.left ? open / flows : (open + 0.5) / (flows + 1)
  const beyond = stillOpen * Math.max(0, sizes.runs / sizes.flows - perFlow)
  return {
    least: visited * (cost.flow + perFlow * perRun),
    likely: visited * (cost.flow + (perFlow + beyond) * perRun),
  }
}
