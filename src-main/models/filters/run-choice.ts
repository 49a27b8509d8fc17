import type { Reading } from '../../database/model.ts'
import type { End } from '../../database/run-sample.ts'
import type { Condition } from './condition.ts'
import { measureSizes, sampleFlows, type Sizes, type Way } from './run-estimates.ts'
import type { AskedRun, PassForm, RunForm } from './run-forms.ts'

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
const trifle = 1_000
/** A pass that costs no more is compared with a glance at the flows. */
const worthAGlance = 8_000

/** Rows that are counted behind each way at first; later, as many as can matter. */
const countedAtFirst = 4_000
/** How many runs of a flow are looked at: at a glance, and closely. */
const glance = 8
const closeLook = 80
/** Going through so few runs of a flow is not bettered from the other end. */
const fewRuns = 3

/** Where no index says how many rows match, one of so many is taken to. */
const unknownMatches = 1 / 8
/** Of so many flows, one match is enough to expect many. */
const manyFlows = 1 / 8

/** A pass over a table. */
interface Pass {
  readonly form: PassForm
  /** At least this, where its rows were not counted to the end. */
  readonly cost: number
  readonly isCounted: boolean
}

/** Going through the runs of each flow. */
interface Walk {
  readonly from: End
  /** What it costs at the least, and as flows are on the average. */
  readonly least: number
  readonly likely: number
  /** True if nothing was left open. */
  readonly isKnown: boolean
  readonly perFlow: number
  readonly matching: number
}

/**
 * Chooses the form that costs the least, as far as that can be told for a small part of the cost.
 *
 * No form is good at everything, and SQLite, which has no statistics in a Prefect file, cannot choose:
 * where two indexes seem equally good it takes the one that was made last, and Prefect's migrations
 * make them in no order. So each form here names its way in, and keeps all else from the planner.
 * The first 200 of 2,000 flows that have such a run, of 300,000 runs, in milliseconds:
 *
 * | a run                     | matching | Prefect's form | each flow | one pass |
 * | ------------------------- | -------- | -------------- | --------- | -------- |
 * | completed                 |     83 % |          2,700 |       0.4 |      160 |
 * | failed                    |      9 % |          3,700 |        21 |       53 |
 * | crashed                   |      1 % |            220 |        45 |        3 |
 * | being cancelled           |   3 runs |              2 |       600 |     0.01 |
 * | paused                    | one flow |          1,450 |       600 |      0.7 |
 * | with a tag, anywhere      |      2 % |             32 |        24 |      150 |
 * | with a tag, of few flows  |      8 % |            820 |       600 |      150 |
 * | started within months     |     49 % |             11 |       0.4 |      100 |
 * | started within an hour    |      3 % |             25 |         2 |        6 |
 *
 * What is looked at first: how many rows each way in leaves, counted in its index no further than
 * matters (a row costs a fiftieth of a look-up), and how far one must go, from either end, in the runs
 * of a handful of flows until one matches. Together they cost 0.2 to 1 ms where the answer is near,
 * and a few percent where it is far. Nobody sees the difference in an answer of 1 ms; one of 600 is
 * seen.
 */
export async function chooseForm(db: Reading, question: RunQuestion): Promise<RunForm> {
  const { run, task = 'always' } = question.asked
  if (run === 'always' && task === 'always') return { by: 'flows', from: 'newest' }
  const { sizes, pass } = await look(db, question, countedAtFirst)
  if (pass.isCounted && pass.cost <= trifle) {
    return { ...pass.form, manyFlows: pass.cost > sizes.left * manyFlows }
  }
  const first = await glanceFromBothEnds(db, question, sizes)
  const compared = await compare(db, question, { sizes, pass, walk: first })
  if (compared.isSure) return compared.form
  const walk = await sampleWalk(db, question, { sizes, from: first.from, depth: closeLook })
  return (await compare(db, question, { sizes, pass, walk })).form
}

interface Rivals {
  readonly sizes: Sizes
  readonly pass: Pass
  readonly walk: Walk
}

async function compare(
  db: Reading,
  question: RunQuestion,
  { pass, walk }: Rivals,
): Promise<{ form: RunForm; isSure: boolean }> {
  // To count further than the walk costs would not change the choice.
  const isOpen = !pass.isCounted && pass.cost < walk.likely
  const rival = isOpen ? (await look(db, question, Math.ceil(walk.likely))).pass : pass
  const isCheap = rival.isCounted && rival.cost <= Math.max(walk.least, worthAGlance)
  const form: RunForm =
    walk.likely <= rival.cost
      ? { by: 'flows', from: walk.from }
      : { ...rival.form, manyFlows: walk.matching > 0 }
  return { form, isSure: walk.isKnown || isCheap }
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

async function glanceFromBothEnds(db: Reading, question: RunQuestion, sizes: Sizes): Promise<Walk> {
  const newest = await sampleWalk(db, question, { sizes, from: 'newest', depth: glance })
  if (newest.isKnown && newest.perFlow <= fewRuns) return newest
  const oldest = await sampleWalk(db, question, { sizes, from: 'oldest', depth: glance })
  return oldest.likely < newest.likely ? oldest : newest
}

async function sampleWalk(
  db: Reading,
  { asked, others, wanted }: RunQuestion,
  { sizes, from, depth }: { sizes: Sizes; from: End; depth: number },
): Promise<Walk> {
  const sample = await sampleFlows(db, others, { asked, from, depth })
  const { flows, matching, passed, open } = sample
  if (flows === 0) return { from, least: 0, likely: 0, isKnown: true, perFlow: 0, matching }
  const asksTasks = asked.run === 'always' ? 1 : 1 / 3
  const perRun = cost.run + (asked.task ? cost.tasksOfRun * asksTasks : 0)
  const visited = Math.min(sizes.left, matching === 0 ? Infinity : (wanted * flows) / matching)
  const perFlow = passed / flows
  // Runs are unevenly spread: the flows left open have, together, their part of all runs. A handful
  // that shows none is no proof that there is none.
  const stillOpen = flows === sizes.left ? open / flows : (open + 0.5) / (flows + 1)
  const beyond = stillOpen * Math.max(0, sizes.runs / sizes.flows - perFlow)
  return {
    from,
    least: visited * (cost.flow + perFlow * perRun),
    likely: visited * (cost.flow + (perFlow + beyond) * perRun),
    isKnown: open === 0,
    perFlow,
    matching,
  }
}
