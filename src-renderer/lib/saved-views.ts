import type { SavedView } from '../../src-shared/contract/schemas/database-settings.ts'

/** The views with one of them moved by so many places; it stays within the list. */
export function moved(views: readonly SavedView[], from: number, by: number): SavedView[] {
  const view = views[from]
  if (!view) return [...views]
  const others = views.toSpliced(from, 1)
  const to = Math.max(0, Math.min(others.length, from + by))
  return others.toSpliced(to, 0, view)
}

/** The views with one of them under another name. */
export function renamed(views: readonly SavedView[], id: string, name: string): SavedView[] {
  return views.map((view) => (view.id === id ? { ...view, name } : view))
}

/** The views with one more; one of the same name is replaced, in its place. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  const index = views.findIndex(({ name }) => name === view.name)
  return index < 0 ? [...views, view] : views.with(index, view)
}
