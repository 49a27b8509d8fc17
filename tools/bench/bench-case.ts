/** One way to answer a question by hand-written SQL. */
export interface Form {
  readonly name: string
  run(): unknown
  /** Its statement, where it may be too slow to be measured: it is then tried in a process apart. */
  readonly statement?: string
}

/** One question, asked of the model and of hand-written SQL. */
export interface BenchCase {
  /** `area.operation`. */
  readonly operation: string
  /** What is asked. */
  readonly question: string
  model(): unknown
  /** The hand-written forms; the fastest is what the model is measured against. */
  readonly forms: readonly Form[]
  /** True if Prefect's form takes so long that it was left out. */
  readonly endless?: boolean
  /** Undoes what the side before did; not timed. */
  readonly before?: () => void
  /** The part of an answer that all sides must agree on; the whole of it, unless given. */
  readonly comparable?: (answer: unknown) => unknown
}

/** The name of the form that is Prefect's own. */
export const prefectForm = 'Prefect'

/** What was measured of one side, in milliseconds. */
export interface SideResult {
  readonly name: string
  readonly p50: number
  readonly p95: number
  readonly samples: number
}

/** What was measured of one case. */
export interface CaseResult {
  readonly operation: string
  readonly question: string
  readonly model: SideResult
  /** The fastest hand-written form. */
  readonly best: SideResult
  /** `model.p50 / best.p50`. */
  readonly ratio: number
  /** Prefect's form, where there is one. */
  readonly prefect: SideResult | undefined
  /** `model.p50 / prefect.p50`. */
  readonly prefectRatio: number | undefined
  /** True if Prefect's form takes so long that it was not measured. */
  readonly endless: boolean
  readonly forms: readonly SideResult[]
}
