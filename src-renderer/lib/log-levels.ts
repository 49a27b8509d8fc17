import {
  IconAlertTriangle,
  IconBolt,
  IconBug,
  IconInfoCircle,
  IconX,
  type Icon,
} from '@tabler/icons-react'

/** How a log line's level is shown: a shape and a colour, beside its word. */
export interface LevelLook {
  word: string
  color: string
  Shape: Icon
}

/** The levels that can be asked for, each meaning "this and above": Python's numbers. */
export const logLevels: readonly (LevelLook & { level: number })[] = [
  { level: 10, word: 'Debug', color: 'var(--sl-muted)', Shape: IconBug },
  { level: 20, word: 'Info', color: 'var(--sl-text)', Shape: IconInfoCircle },
  { level: 30, word: 'Warning', color: 'var(--sl-warning)', Shape: IconAlertTriangle },
  { level: 40, word: 'Error', color: 'var(--sl-danger)', Shape: IconX },
  { level: 50, word: 'Critical', color: 'var(--sl-state-crashed)', Shape: IconBolt },
]

/** How a level is shown; a number that has no name looks as the named one below it. */
export function levelLook(level: number): LevelLook {
  const below = logLevels.findLast((known) => known.level <= level) ?? logLevels[0]
  if (!below) throw new Error('there are no levels')
  return below.level === level ? below : { ...below, word: `Level ${level}` }
}
