import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { setShellWindow } from '../../lib/shell-windows.ts'

/** True where a key would be a letter of what is written. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

/** The keys that work on every screen: the palette, the list of keys, back and forward. */
export function useShellKeys(): void {
  const { history } = useRouter()
  useEffect(() => {
    const acts: Readonly<Record<string, () => void>> = {
      '?': () => setShellWindow('keys'),
      '[': () => history.back(),
      ']': () => history.forward(),
    }
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const hasModifier = event.ctrlKey || event.metaKey
      if (hasModifier && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        return setShellWindow('palette')
      }
      // Above an open dialog only its own keys work. AltGr, which some keyboards need for [ and ], is Ctrl and Alt.
      const isOpen = document.querySelector('[aria-modal="true"]') !== null
      const isCommand = hasModifier && !event.getModifierState('AltGraph')
      if (isOpen || isCommand || isWriting(event.target)) return
      const act = acts[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [history])
}
