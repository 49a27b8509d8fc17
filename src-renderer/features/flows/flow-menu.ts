import type { MenuItem } from '../../components/data-table/menu-item.ts'
import { listOf } from '../../lib/list-links.ts'
import { linkTo } from '../../lib/screen-link.ts'
import { detailsItem, listItem, pageItem, type MenuActs } from '../../views/row-menu.tsx'
import type { FlowTableRow } from './flow-table-row.ts'

/** What a flow's menu offers beside copying its cells; `prefect` has no command for one flow. */
export function flowMenu({
  goTo,
  show,
}: MenuActs): (row: FlowTableRow, selected: readonly FlowTableRow[]) => readonly MenuItem[] {
  return (row, selected) => {
    const ids = (selected.length > 1 ? selected : [row]).map(({ id }) => id)
    const lists = [
      listItem('Show the runs', () => goTo(listOf.runsOfFlows(ids))),
      listItem('Show the deployments', () => goTo(listOf.deploymentsOfFlows(ids))),
    ]
    if (ids.length > 1) return lists
    return [
      pageItem('Open the flow', () => goTo(linkTo.flow(row.id))),
      detailsItem(() => show(row.id)),
      ...lists,
    ]
  }
}
