/** From the bottom of a bar to its top: what went well at the bottom, failures in sight at the top. */
const order = [
  'COMPLETED',
  'RUNNING',
  'PENDING',
  'PAUSED',
  'SCHEDULED',
  'CANCELLING',
  'CANCELLED',
  'CRASHED',
  'FAILED',
]

function placeOf(state: string): number {
  const place = order.indexOf(state)
  // A state that Prefect does not know stands above those it knows.
  return place < 0 ? order.length : place
}

/** The states that have runs, from the bottom of a bar to its top. */
export function stackOrder(counts: Readonly<Record<string, number>>): string[] {
  return Object.keys(counts)
    .filter((state) => (counts[state] ?? 0) > 0)
    .toSorted((a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b))
}

/** One state's part of a bar, in pixels from the bottom. */
export interface Layer {
  state: string
  bottom: number
  height: number
}

/** A run of a state can be seen from so many pixels on. */
const leastHeight = 2

/** The parts of a bar, none of them too low to be seen; together no higher than `height`. */
export function layersOf(
  counts: Readonly<Record<string, number>>,
  scale: { most: number; height: number },
): Layer[] {
  const { most, height } = scale
  const layers = stackOrder(counts).map((state) => ({
    state,
    height: Math.max(leastHeight, ((counts[state] ?? 0) / most) * height),
  }))
  const sum = layers.reduce((total, layer) => total + layer.height, 0)
  const shrink = Math.min(1, height / sum)
  let bottom = 0
  return layers.map((layer) => {
    const placed = { state: layer.state, bottom, height: layer.height * shrink }
    bottom += placed.height
    return placed
  })
}
