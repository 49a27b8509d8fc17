import type { DemoRandom } from '../../src-main/demo/random.ts'
import type { GeneratorParameters } from './parameters.ts'

/**
 * Picks the flow of each run: the first has the share that is asked for, the others fall off with
 * their place; one of forty has no run at all.
 */
export class FlowPicker {
  /** For each flow, the sum of the shares up to it. */
  readonly #sums: Float64Array

  constructor({ flows, busiest }: GeneratorParameters) {
    const shares = Array.from({ length: flows }, (_, index) => shareOf(index))
    const others = shares.slice(1).reduce((sum, share) => sum + share, 0)
    shares[0] = flows > 1 ? (others * busiest) / (1 - busiest) : 1
    let sum = 0
    this.#sums = Float64Array.from(shares, (share) => (sum += share))
  }

  /** The place of a flow. */
  pick(random: DemoRandom): number {
    const sums = this.#sums
    const drawn = random.fraction() * (sums[sums.length - 1] ?? 0)
    let low = 0
    let high = sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) > drawn) high = middle
      else low = middle + 1
    }
    return low
  }
}

function shareOf(index: number): number {
  return index % 40 === 39 ? 0 : (index + 8) ** -0.8
}
