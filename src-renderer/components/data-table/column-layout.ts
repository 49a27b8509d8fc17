import type { TableLayout } from '../../../src-shared/contract/schemas/preferences.ts'

/** What of a column its place depends on. */
interface PlacedColumn {
  id: string
  fixed?: boolean
  hiddenAtFirst?: boolean
}

/** Where a table's columns stand. */
export interface ColumnPlaces {
  /** The ids of the columns that are shown, the pinned ones first. */
  shown: string[]
  /** The ids of those that stay in sight at the left. */
  pinned: string[]
}

function idsAtFirst(columns: readonly PlacedColumn[]): string[] {
  return columns.filter(({ hiddenAtFirst }) => !hiddenAtFirst).map(({ id }) => id)
}

/** The shown columns as the layout lists them; what a table does not have is kept, its place too. */
function listed(columns: readonly PlacedColumn[], layout: TableLayout): string[] {
  const known = new Set(columns.map(({ id }) => id))
  const list = [...new Set(layout.columns)]
  if (!list.some((id) => known.has(id))) return idsAtFirst(columns)
  const fixed = columns.filter((column) => column.fixed && !list.includes(column.id))
  return [...fixed.map(({ id }) => id), ...list]
}

function pinnedOf(columns: readonly PlacedColumn[], layout: TableLayout): ReadonlySet<string> {
  return new Set(layout.pinned ?? columns.filter(({ fixed }) => fixed).map(({ id }) => id))
}

/**
 * Where the columns stand by a layout, which may be an old one or come with a link: unknown columns
 * are ignored, a fixed one is always there, and a layout that shows none shows those of the start.
 */
export function placeColumns(
  columns: readonly PlacedColumn[],
  layout: TableLayout,
  leftOut: readonly string[] = [],
): ColumnPlaces {
  const known = new Set(columns.map(({ id }) => id))
  const isPinned = pinnedOf(columns, layout)
  const list = listed(columns, layout).filter((id) => known.has(id) && !leftOut.includes(id))
  const pinned = list.filter((id) => isPinned.has(id))
  return { shown: [...pinned, ...list.filter((id) => !isPinned.has(id))], pinned }
}

/** The layout with one more column, where it stands at first, or one less. */
export function withColumnShown(
  columns: readonly PlacedColumn[],
  layout: TableLayout,
  { id, isShown }: { id: string; isShown: boolean },
): TableLayout {
  const list = listed(columns, layout).filter((other) => other !== id)
  if (!isShown) return { ...layout, columns: list }
  const order = columns.map((column) => column.id)
  const before = new Set(order.slice(0, order.indexOf(id)))
  const after = list.findLastIndex((other) => before.has(other))
  return { ...layout, columns: list.toSpliced(after + 1, 0, id) }
}

/** The layout with a column in the place of another; it is pinned where that is. */
export function withColumnAt(
  columns: readonly PlacedColumn[],
  layout: TableLayout,
  { id, target }: { id: string; target: string },
): TableLayout {
  const { shown, pinned } = placeColumns(columns, layout)
  const from = shown.indexOf(id)
  const to = shown.indexOf(target)
  if (from < 0 || to < 0 || from === to) return layout
  const order = shown.toSpliced(from, 1).toSpliced(to, 0, id)
  const next = inOrder(listed(columns, layout), order)
  if (pinned.includes(id) === pinned.includes(target)) return { ...layout, columns: next }
  return {
    ...withColumnPinned(columns, layout, { id, isPinned: pinned.includes(target) }),
    columns: next,
  }
}

/** The list with those of its ids that `order` names in that order; the others keep their places. */
function inOrder(list: readonly string[], order: readonly string[]): string[] {
  const named = new Set(order)
  const next = order.values()
  return list.map((id) => (named.has(id) ? (next.next().value ?? id) : id))
}

/** The layout with a column one place nearer to the start (-1) or the end (1) of its part. */
export function withColumnMoved(
  columns: readonly PlacedColumn[],
  layout: TableLayout,
  { id, by }: { id: string; by: -1 | 1 },
): TableLayout {
  const { shown, pinned } = placeColumns(columns, layout)
  const target = shown[shown.indexOf(id) + by]
  if (target === undefined || pinned.includes(target) !== pinned.includes(id)) return layout
  return withColumnAt(columns, layout, { id, target })
}

/** The layout with a column that stays in sight at the left, or does so no more. */
export function withColumnPinned(
  columns: readonly PlacedColumn[],
  layout: TableLayout,
  { id, isPinned }: { id: string; isPinned: boolean },
): TableLayout {
  const others = [...pinnedOf(columns, layout)].filter((other) => other !== id)
  return { ...layout, pinned: isPinned ? [...others, id] : others }
}

/** A column's width in pixels, until the user sets one and while it does not grow. */
interface SizedColumn {
  id: string
  width: number
  grows?: boolean
}

/**
 * The widths of the shown columns, in pixels: the columns that grow take what is left of the width,
 * each its share; a width that the user set stays.
 */
export function columnWidths(
  shown: readonly SizedColumn[],
  set: Readonly<Record<string, number>>,
  available: number,
): Record<string, number> {
  const used = shown.reduce((sum, { id, width }) => sum + (set[id] ?? width), 0)
  const growing = shown.filter(({ id, grows }) => grows && set[id] === undefined)
  const share = growing.reduce((sum, { width }) => sum + width, 0)
  const left = Math.max(0, available - used)
  const widths = shown.map(({ id, width, grows }) => {
    if (set[id] !== undefined) return [id, set[id]]
    return [id, grows ? width + Math.floor((left * width) / share) : width]
  })
  return Object.fromEntries(widths) as Record<string, number>
}
