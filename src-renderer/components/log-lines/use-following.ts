import { useLayoutEffect, useRef, type UIEvent } from 'react'

/** After a hand's move the list scrolls within this time, in milliseconds. */
const handTime = 400
/** So near the newest line is at it, in pixels. */
const near = 6

/** What tells a list's following from its scrolling by hand. */
export interface FollowingProps {
  newestFirst: boolean
  /** True where lines may still come. */
  canFollow: boolean
  isFollowing: boolean
  onFollowing: (isFollowing: boolean) => void
}

/** What the scrolling element listens to. */
export interface FollowingHandlers {
  onWheel: () => void
  onTouchMove: () => void
  onKeyDownCapture: () => void
  onPointerDown: () => void
  onPointerUp: () => void
  onScroll: (event: UIEvent<HTMLElement>) => void
}

function distanceFromNewest(element: HTMLElement, newestFirst: boolean): number {
  const { scrollTop, scrollHeight, clientHeight } = element
  return newestFirst ? scrollTop : scrollHeight - clientHeight - scrollTop
}

/** Ends the following when one scrolls away from the newest line, and takes it up when one comes back. */
export function useFollowing(props: FollowingProps): FollowingHandlers {
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })
  const hand = useRef({ moved: -Infinity, isDown: false })
  const note = (): void => {
    hand.current.moved = performance.now()
  }
  return {
    onWheel: note,
    onTouchMove: note,
    onKeyDownCapture: note,
    onPointerDown: () => {
      hand.current.isDown = true
      note()
    },
    onPointerUp: () => {
      hand.current.isDown = false
      note()
    },
    onScroll: (event) => {
      const { newestFirst, canFollow, isFollowing, onFollowing } = latest.current
      const { moved, isDown } = hand.current
      // The list itself scrolls too, when lines come or turn out higher than thought.
      if (!canFollow || (!isDown && performance.now() - moved > handTime)) return
      const isThere = distanceFromNewest(event.currentTarget, newestFirst) <= near
      if (isThere !== isFollowing) onFollowing(isThere)
    },
  }
}
