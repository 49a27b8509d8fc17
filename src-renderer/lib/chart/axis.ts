/** Round steps of an axis. */
const roundSteps = [1, 2, 5, 10]

/** The marks of an axis of counts, from 0 to a round number at or above `most`: two to five of them. */
export function countMarks(most: number): number[] {
  const greatest = Math.max(1, most)
  const rough = greatest / 3
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)))
  const step = Math.max(1, (roundSteps.find((one) => one * power >= rough) ?? 10) * power)
  const count = Math.ceil(greatest / step)
  return Array.from({ length: count + 1 }, (_, index) => index * step)
}

/** Which bars have their time written below them, so that the texts do not touch. */
export function labelledBars(count: number, room: { bar: number; text: number }): number[] {
  const every = Math.max(1, Math.ceil(room.text / room.bar))
  // The newest bar has its text first of all.
  const first = (count - 1) % every
  return Array.from({ length: count }, (_, index) => index).filter(
    (index) => index % every === first,
  )
}

/** Hours that a day can be shared into. */
const hourSteps = [1, 2, 3, 6, 12, 24]

/**
 * Which bars of an hour each have their time written below them: hours that share the day evenly, so
 * that each midnight is among them.
 *
 * @param hours - the hour of the day of each bar.
 */
export function labelledHours(
  hours: readonly number[],
  room: { bar: number; text: number },
): number[] {
  const step = hourSteps.find((one) => one * room.bar >= room.text) ?? 24
  return hours.flatMap((hour, index) => (hour % step === 0 ? [index] : []))
}
