import type { ReactNode } from 'react'
import { ErrorNotice } from '../components/error-notice.tsx'
import { ScreenHeader } from '../components/screen-header.tsx'
import { SkeletonRows } from '../components/skeleton-rows.tsx'
import type { FilterScreen } from '../lib/filter-body.ts'
import { FilterLine } from './filter-line.tsx'
import { SaveViewButton } from './save-view-button.tsx'
import { TableAndPanel } from './table-and-panel.tsx'
import type { ViewHandle } from './use-view.ts'
import { ViewProblems } from './view-problems.tsx'

/** What stands around a table of flows, runs or deployments. */
export interface ListFrameProps {
  screen: FilterScreen
  /** The screen's title; unset where the table is a part of another page. */
  title?: string | undefined
  handle: ViewHandle
  /** How many match: "34 flows". */
  count: string | undefined
  /** The ids of the columns that were chosen; null: as at first. */
  columns: readonly string[] | null
  columnMenu: ReactNode
  /** The statements that the table ran. */
  sql: string | undefined
  error: Error | null
  /** False until the first rows are there. */
  isRead: boolean
  panel: ReactNode
  onClosePanel: () => void
  /** The table. */
  children: ReactNode
}

/** The view's link with the columns that are kept for this table, where the address names none. */
function wholeLink({ link, view }: ViewHandle, columns: readonly string[] | null): string {
  if (view.columns || !columns) return link
  const beside = link.includes('?') ? '&' : '?'
  return `${link}${beside}columns=${encodeURIComponent(JSON.stringify(columns))}`
}

/** Title, filter line, what went wrong, the table and the details beside it. */
export function ListFrame(props: ListFrameProps): ReactNode {
  const { screen, title, handle, count, columns, columnMenu, sql, error, isRead } = props
  const { panel, onClosePanel, children } = props
  const { problems, clear } = handle
  return (
    <>
      {title !== undefined && (
        <ScreenHeader title={title}>
          <SaveViewButton screen={screen} />
          {columnMenu}
        </ScreenHeader>
      )}
      <FilterLine
        {...handle}
        screen={screen}
        count={count}
        sql={sql}
        link={wholeLink(handle, columns)}
      >
        {title === undefined && columnMenu}
      </FilterLine>
      <ViewProblems problems={problems} onClear={clear} />
      {error && <ErrorNotice error={error} />}
      {isRead ? (
        <TableAndPanel panel={panel} onClose={onClosePanel}>
          {children}
        </TableAndPanel>
      ) : (
        !error && <SkeletonRows />
      )}
    </>
  )
}
