import { IconLink } from '@tabler/icons-react'
import type { Entry } from './entry.ts'

const aLink = /#(\/[a-z-]+(?:[/?]\S*)?)$/

/**
 * A link of Sluice that was pasted, whichever window, port or machine it comes from: what stands
 * behind its `#` is the view.
 */
export function linkEntry(text: string, onLink: (link: string) => void): Entry[] {
  const path = aLink.exec(text.trim())?.[1]
  if (path === undefined) return []
  return [
    {
      id: 'link',
      group: 'Link',
      name: 'Open this link',
      note: path.split('?')[0],
      Icon: IconLink,
      run: () => onLink(`#${path}`),
    },
  ]
}
