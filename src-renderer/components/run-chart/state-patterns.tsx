import type { ReactNode } from 'react'
import { stateLook } from '../../lib/states.ts'

/** Lines over a state's colour, by which failures differ from the rest without it. */
const lines: Readonly<Record<string, string>> = {
  FAILED: 'M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2',
  CRASHED: 'M0,2 h6 M0,5 h6',
}

/** The patterns that {@link fillOf} names, to stand in an SVG's `defs`. */
export function StatePatterns({ id }: { id: string }): ReactNode {
  return Object.entries(lines).map(([state, path]) => (
    <pattern key={state} id={`${id}-${state}`} width={6} height={6} patternUnits="userSpaceOnUse">
      <rect width={6} height={6} style={{ fill: stateLook(state).color }} />
      <path d={path} style={{ stroke: 'var(--sl-surface)', strokeWidth: 1, opacity: 0.55 }} />
    </pattern>
  ))
}

/** What a state's part of a bar is filled with. */
export function fillOf(state: string, id: string): string {
  return state in lines ? `url(#${id}-${state})` : stateLook(state).color
}
