import { useEffect, useRef, type RefObject } from 'react'

/** What a person most likely wants next, the likeliest first. */
const likeliest = [
  '[data-failure] button',
  'button[data-openable=first]',
  'button[data-openable]',
  'button[data-demo]',
]

/** By then a menu that led here has given the focus back, in milliseconds. */
const afterMenus = 200

/**
 * Gives the focus to what one most likely wants next, unless it is there already.
 *
 * @param ready - true when all of it is there; when it becomes so again, what had the focus may be
 * gone.
 * @returns the ref of what it is looked for in.
 */
export function useFirstFocus(ready: boolean): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!ready) return
    const { activeElement } = document
    const isNowhere = activeElement === null || activeElement === document.body
    const timer = setTimeout(() => focusFirst(ref.current), isNowhere ? 0 : afterMenus)
    return () => clearTimeout(timer)
  }, [ready])
  return ref
}

function focusFirst(content: HTMLElement | null): void {
  if (content?.contains(document.activeElement)) return
  for (const selector of likeliest) {
    const first = content?.querySelector<HTMLElement>(selector)
    if (first) return first.focus()
  }
}
