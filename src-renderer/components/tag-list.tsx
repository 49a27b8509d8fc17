import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { fitting } from '../lib/fitting.ts'
import { Nothing } from './nothing.tsx'
import classes from './pills.module.css'

/**
 * Tags as pills: three at most and as many as there is room for, then how many more; without a limit
 * to the room all of them. A click, if it means something, gives the tag.
 */
export function TagList(props: {
  tags: readonly string[]
  /** In pixels: that of a table's cell. */
  room?: number
  onPick?: ((tag: string) => void) | undefined
}): ReactNode {
  const { tags, room, onPick } = props
  if (tags.length === 0) return <Nothing />
  const isCell = room !== undefined
  const mostShown = isCell ? fitting(tags, { room, most: 3, around: 18 }) : tags.length
  const more = tags.slice(mostShown)
  return (
    <span className={classes['pills']} data-all={isCell ? undefined : true}>
      {tags.slice(0, mostShown).map((tag, index) => (
        // Prefect lets a tag stand twice.
        <Pill key={`${index} ${tag}`} tag={tag} onPick={onPick} tabIndex={isCell ? -1 : 0} />
      ))}
      {more.length > 0 && (
        <Tooltip label={more.join(', ')} multiline maw={320}>
          <span className={classes['more']}>+{more.length}</span>
        </Tooltip>
      )}
    </span>
  )
}

function Pill(props: {
  tag: string
  onPick: ((tag: string) => void) | undefined
  tabIndex: number
}): ReactNode {
  const { tag, onPick, tabIndex } = props
  // A tag may be the empty text.
  const word = tag === '' ? '""' : tag
  if (!onPick) {
    return (
      <span className={classes['pill']} title={word}>
        {word}
      </span>
    )
  }
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      className={classes['pill']}
      title={`Filter by the tag ${word}`}
      onClick={(event) => {
        event.stopPropagation()
        onPick(tag)
      }}
    >
      {word}
    </button>
  )
}
