import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Labels } from '../../src-shared/contract/schemas/labels.ts'
import { fitting } from '../lib/fitting.ts'
import { Nothing } from './nothing.tsx'
import classes from './pills.module.css'

/** Labels as `key: value`: two at most and as many as there is room for, then how many more. */
export function LabelList(props: {
  labels: Labels | null
  /** In pixels. */
  room: number
}): ReactNode {
  const { labels, room } = props
  const entries = Object.entries(labels ?? {})
  if (entries.length === 0) return <Nothing />
  const all = entries.map(([key, value]) => `${key}: ${String(value)}`)
  const mostShown = fitting(all, { room, most: 2, around: 6 })
  return (
    <Tooltip
      multiline
      maw={420}
      label={all.map((text) => (
        <div key={text}>{text}</div>
      ))}
    >
      <span className={classes['pills']}>
        {entries.slice(0, mostShown).map(([key, value]) => (
          <span key={key} className={classes['label']}>
            <span className={classes['key']}>{key}:</span> {String(value)}
          </span>
        ))}
        {entries.length > mostShown && (
          <span className={classes['more']}>+{entries.length - mostShown}</span>
        )}
      </span>
    </Tooltip>
  )
}
