import { useVirtualizer } from '@tanstack/react-virtual'
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import type { Log } from '../../../src-shared/contract/schemas/log.ts'
import { LogLine } from './log-line.tsx'
import classes from './log-lines.module.css'
import { useFollowing, type FollowingProps } from './use-following.ts'
import type { LineSelection } from './use-line-selection.ts'

/** A line that does not wrap, in pixels. */
const lineHeight = 22

/** What a list of log lines shows and does. */
export interface LogLinesProps extends FollowingProps {
  /** What it holds, for those who hear it. */
  label: string
  /** How many lines there are, those included that are not read yet. */
  count: number
  /** The line at a place, 0 the oldest one; undefined while it is not read. */
  lineAt: (index: number) => Log | undefined
  /** These places are in sight. */
  onSight: (first: number, last: number) => void
  selection: LineSelection
  /** Copies the selected lines. */
  onCopy: () => void
  taskName: ((taskRunId: string) => string) | undefined
}

const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' })

function dayOf(line: Log | undefined): string | null {
  return line ? dayFormat.format(Date.parse(line.timestamp)) : null
}

function target(
  event: KeyboardEvent,
  from: number,
  { last, page }: { last: number; page: number },
) {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from < 0 ? last : from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: last,
  }
  const to = moves[event.key]
  return to === undefined ? undefined : Math.max(0, Math.min(last, to))
}

/**
 * Log lines, of which those in sight are drawn, as high as their messages are. Arrows move over
 * them, with Shift they select a stretch, Ctrl or Cmd and C copies it. While it follows, the newest
 * line is in sight.
 */
export function LogLines(props: LogLinesProps): ReactNode {
  const { label, count, lineAt, onSight, newestFirst, isFollowing, selection, onCopy } = props
  const scroller = useRef<HTMLDivElement>(null)
  const placeOf = useCallback(
    (row: number): number => (newestFirst ? count - 1 - row : row),
    [count, newestFirst],
  )
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    getItemKey: placeOf,
    overscan: 10,
    // What is in sight stays where it is, at whichever end lines come.
    anchorTo: newestFirst === isFollowing ? 'start' : 'end',
  })
  const rows = virtualizer.getVirtualItems()
  useSight({ first: rows.at(0)?.index, last: rows.at(-1)?.index, placeOf, onSight })
  useNewestInSight({ ...props, toEnd: () => virtualizer.scrollToEnd(), scroller })
  const following = useFollowing(props)
  const { select } = selection
  const onSelect = useCallback(
    (row: number, event: MouseEvent) => {
      if (window.getSelection()?.isCollapsed === false) return
      select(row, { extends: event.shiftKey })
    },
    [select],
  )
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) {
      if (event.key === 'c' && window.getSelection()?.isCollapsed !== false) onCopy()
      if (event.key !== 'a' || event.target !== event.currentTarget) return
      event.preventDefault()
      return selection.selectAll()
    }
    if (event.target !== event.currentTarget || count === 0) return
    const page = Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 0) / lineHeight) - 2)
    const to = target(event, selection.active, { last: count - 1, page })
    if (to === undefined) return
    event.preventDefault()
    select(to, { extends: event.shiftKey })
    virtualizer.scrollToIndex(to)
  }
  return (
    <div
      ref={scroller}
      className={classes['scroller']}
      role="grid"
      aria-label={label}
      aria-rowcount={count}
      aria-multiselectable
      aria-activedescendant={selection.active < 0 ? undefined : lineId(placeOf(selection.active))}
      tabIndex={0}
      onKeyDown={onKeyDown}
      {...following}
    >
      <div
        role="rowgroup"
        className={classes['body']}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {rows.map(({ index, key, start }) => {
          const line = lineAt(placeOf(index))
          const day = dayOf(line)
          const above = index === 0 ? null : dayOf(lineAt(placeOf(index - 1)))
          return (
            <div
              key={key}
              data-index={index}
              ref={virtualizer.measureElement}
              role="presentation"
              className={classes['place']}
              style={{ transform: `translateY(${start}px)` }}
            >
              <LogLine
                line={line}
                row={index}
                id={lineId(placeOf(index))}
                isSelected={selection.has(index)}
                day={day !== above ? day : null}
                taskName={props.taskName}
                onSelect={onSelect}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function lineId(place: number): string {
  return `line-${place}`
}

/** Tells which places are in sight, as often as they change. */
function useSight(props: {
  first: number | undefined
  last: number | undefined
  placeOf: (row: number) => number
  onSight: (first: number, last: number) => void
}): void {
  const { first, last, placeOf, onSight } = props
  useEffect(() => {
    if (first === undefined || last === undefined) return
    const ends = [placeOf(first), placeOf(last)]
    onSight(Math.min(...ends), Math.max(...ends))
  }, [first, last, placeOf, onSight])
}

/** While it follows, the newest line is brought into sight: at first, and as often as lines come. */
function useNewestInSight(props: {
  count: number
  newestFirst: boolean
  isFollowing: boolean
  toEnd: () => void
  scroller: RefObject<HTMLElement | null>
}): void {
  const { count, newestFirst, isFollowing, scroller } = props
  const toEnd = useRef(props.toEnd)
  useLayoutEffect(() => {
    toEnd.current = props.toEnd
  })
  useEffect(() => {
    if (!isFollowing || count === 0) return
    if (newestFirst) scroller.current?.scrollTo({ top: 0 })
    else toEnd.current()
  }, [count, newestFirst, isFollowing, scroller])
}
