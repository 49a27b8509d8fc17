import {
  IconBolt,
  IconCheck,
  IconCircleDashed,
  IconClock,
  IconMinus,
  IconPlayerPause,
  IconPlayerPlay,
  IconQuestionMark,
  IconX,
  type Icon,
} from '@tabler/icons-react'

/** How a state type is shown: a shape and a colour, beside its word. */
export interface StateLook {
  word: string
  color: string
  Shape: Icon
}

const looks: Readonly<Record<string, StateLook>> = {
  SCHEDULED: { word: 'Scheduled', color: 'var(--sl-state-scheduled)', Shape: IconClock },
  PENDING: { word: 'Pending', color: 'var(--sl-state-pending)', Shape: IconCircleDashed },
  PAUSED: { word: 'Paused', color: 'var(--sl-state-pending)', Shape: IconPlayerPause },
  RUNNING: { word: 'Running', color: 'var(--sl-state-running)', Shape: IconPlayerPlay },
  COMPLETED: { word: 'Completed', color: 'var(--sl-state-completed)', Shape: IconCheck },
  FAILED: { word: 'Failed', color: 'var(--sl-state-failed)', Shape: IconX },
  CRASHED: { word: 'Crashed', color: 'var(--sl-state-crashed)', Shape: IconBolt },
  CANCELLED: { word: 'Cancelled', color: 'var(--sl-state-cancelled)', Shape: IconMinus },
  CANCELLING: { word: 'Cancelling', color: 'var(--sl-state-cancelled)', Shape: IconMinus },
}

/** The state types, in the order in which counts are shown. */
export const stateTypes = Object.keys(looks)

/** How a state type is shown; one that Prefect does not know keeps its own word. */
export function stateLook(type: string | null): StateLook {
  if (type === null || type === '') {
    return { word: 'No state', color: 'var(--sl-muted)', Shape: IconQuestionMark }
  }
  return looks[type] ?? { word: type, color: 'var(--sl-muted)', Shape: IconQuestionMark }
}

/** Counts by state type in the order of the states; types that Prefect does not know come last. */
export function inStateOrder(counts: Readonly<Record<string, number>>): [string, number][] {
  const place = (type: string): number => (stateTypes.indexOf(type) + 100) % 100
  return Object.entries(counts).toSorted(([a], [b]) => place(a) - place(b))
}
