import type { ReactNode } from 'react'
import classes from './detail-section.module.css'

/** A part of a page's details, with its title. */
export function DetailSection(props: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className={classes['section']} aria-label={props.title}>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  )
}

/** The details of a page, one section below the other. */
export function DetailSections({ children }: { children: ReactNode }): ReactNode {
  return <div className={classes['sections']}>{children}</div>
}

/** Sections that stand beside each other where there is room. */
export function BesideEachOther({ children }: { children: ReactNode }): ReactNode {
  return <div className={classes['beside']}>{children}</div>
}
