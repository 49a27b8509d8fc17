import { Skeleton } from '@mantine/core'
import { useTimeout } from '@mantine/hooks'
import { useState, type ReactNode } from 'react'
import classes from './skeleton-rows.module.css'

/** What is there within this time needs no skeleton, in milliseconds. */
const patience = 150

const widths = ['62%', '48%', '71%', '55%', '66%', '44%', '58%', '69%', '51%', '63%']

/** Stands for rows that are being read. */
export function SkeletonRows(): ReactNode {
  const [late, setLate] = useState(false)
  useTimeout(() => setLate(true), patience, { autoInvoke: true })
  if (!late) return null
  return (
    <div role="status" aria-label="Reading" className={classes['rows']}>
      {widths.map((width) => (
        <div key={width} className={classes['row']}>
          <Skeleton height={12} width={width} radius="sm" />
        </div>
      ))}
    </div>
  )
}
