import type { ReactNode } from 'react'
import classes from './fact-list.module.css'

/** One thing that is known of an object. */
export interface Fact {
  label: string
  value: ReactNode
}

/**
 * What is known of an object. `across`: side by side, each label above its value, for the head of a
 * page; `down`: one below the other, labels at the left, for details.
 */
export function FactList(props: {
  facts: readonly (Fact | false)[]
  way?: 'across' | 'down'
  /** What the facts are about, for those who hear it. */
  label?: string
}): ReactNode {
  const { facts, way = 'down', label } = props
  const list = (
    <dl className={classes['facts']} data-way={way}>
      {facts.map(
        (fact) =>
          fact && (
            <div key={fact.label} className={classes['fact']}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ),
      )}
    </dl>
  )
  return label === undefined ? (
    list
  ) : (
    <div role="group" aria-label={label}>
      {list}
    </div>
  )
}
