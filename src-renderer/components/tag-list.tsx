import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { fitting } from '../lib/fitting.ts'
import { Nothing } from './nothing.tsx'
import classes from './pills.module.css'

/**
 * Tags as pills: three at most and as many as there is room for, then how many more. A click, if it
 * means something, gives the tag.
 */
export function TagList(props: {
  tags: readonly string[]
  /** In pixels. */
  room: number
  onPick?: (tag: string) => void
}): ReactNode {
  const { tags, room, onPick } = props
  if (tags.length === 0) return <Nothing />
  const mostShown = fitting(tags, { room, most: 3, around: 18 })
  const more = tags.slice(mostShown)
  return (
    <span className={classes['pills']}>
      {tags.slice(0, mostShown).map((tag, index) => (
        // Prefect lets a tag stand twice.
        <Pill key={`${index} ${tag}`} tag={tag} onPick={onPick} />
      ))}
      {more.length > 0 && (
        <Tooltip label={more.join(', ')} multiline maw={320}>
          <span className={classes['more']}>+{more.length}</span>
        </Tooltip>
      )}
    </span>
  )
}

function Pill(props: { tag: string; onPick: ((tag: string) => void) | undefined }): ReactNode {
  const { tag, onPick } = props
  if (!onPick) return <span className={classes['pill']}>{tag}</span>
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes['pill']}
      title={`Filter by the tag ${tag}`}
      onClick={(event) => {
        event.stopPropagation()
        onPick(tag)
      }}
    >
      {tag}
    </button>
  )
}
