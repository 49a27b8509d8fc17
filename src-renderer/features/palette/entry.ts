import type { Icon } from '@tabler/icons-react'

/** Something the palette offers. */
export interface Entry {
  /** Its own among all. */
  id: string
  group: string
  name: string
  /** What tells it from others of the name: the flow of a run, say. */
  note?: string | undefined
  Icon: Icon
  /** A colour for the icon; state's, where it has one. */
  color?: string | undefined
  run: () => void
}

/** The entries whose name or group holds every word of the text, in either case. */
export function matching(entries: readonly Entry[], text: string): Entry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter(({ name, group, note }) => {
    const said = `${group} ${name} ${note ?? ''}`.toLowerCase()
    return words.every((word) => said.includes(word))
  })
}

/** The entries by group, in the order in which the groups come up. */
export function grouped(entries: readonly Entry[]): [string, Entry[]][] {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry])
  }
  return [...groups]
}
