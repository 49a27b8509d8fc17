import type { ReactNode } from 'react'
import { count } from '../lib/numbers.ts'
import classes from './slot-bar.module.css'

/** What holds a slot. */
export type SlotKind = 'alive' | 'unknown' | 'dead' | 'free'

/** Up to so many slots each have a segment of their own. */
const mostSegments = 24

function segments(counts: Readonly<Record<SlotKind, number>>): SlotKind[] {
  const kinds: SlotKind[] = ['alive', 'unknown', 'dead', 'free']
  return kinds.flatMap((kind) => Array.from({ length: counts[kind] }, () => kind))
}

function shares(counts: Readonly<Record<SlotKind, number>>): [string, number][] {
  return Object.entries(counts).filter(([, share]) => share > 0)
}

/** A limit's slots: how many are taken, and by what as far as it is known. "3 of 4" beside it. */
export function SlotBar(props: {
  limit: number
  used: number
  /** Of the used ones; what is not told apart is `unknown`. */
  alive?: number
  dead?: number
}): ReactNode {
  const { limit, used, alive = 0, dead = 0 } = props
  const counts = {
    alive,
    dead,
    unknown: Math.max(0, used - alive - dead),
    free: Math.max(0, limit - used),
  }
  const total = Math.max(1, limit, used)
  return (
    <span className={classes['slots']}>
      <span className={classes['bar']} aria-hidden>
        {total <= mostSegments
          ? segments(counts).map((kind, index) => (
              // Slots have no identity but their place.
              <span key={index} className={classes['slot']} data-kind={kind} />
            ))
          : shares(counts).map(([kind, share]) => (
              <span
                key={kind}
                className={classes['part']}
                data-kind={kind}
                style={{ flex: share }}
              />
            ))}
      </span>
      <span className={classes['words']} data-full={(used > 0 && used >= limit) || undefined}>
        {count(used)} of {count(limit)}
      </span>
    </span>
  )
}
