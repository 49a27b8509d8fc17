import type { MenuItem } from '../components/data-table/menu-item.ts'
import { listOf } from '../lib/list-links.ts'
import { prefectCommand } from '../lib/prefect-command.ts'
import { linkTo } from '../lib/screen-link.ts'
import type { DeploymentTableRow } from './deployment-table-row.ts'
import { commandItem, detailsItem, listItem, pageItem, type MenuActs } from './row-menu.tsx'

/** What a deployment's menu offers beside copying its cells. */
export function deploymentMenu({
  goTo,
  show,
}: MenuActs): (
  row: DeploymentTableRow,
  selected: readonly DeploymentTableRow[],
) => readonly MenuItem[] {
  return (row, selected) => {
    const rows = selected.length > 1 ? selected : [row]
    const runs = listItem('Show the runs', () =>
      goTo(listOf.runsOfDeployments(rows.map(({ id }) => id))),
    )
    if (rows.length > 1) return [runs]
    const { id, name, flowId, flowName } = row
    const open = pageItem('Open the deployment', () => goTo(linkTo.deployment(id)))
    const details = detailsItem(() => show(id))
    if (flowName === null) return [open, details, runs]
    return [
      open,
      details,
      pageItem('Open its flow', () => goTo(linkTo.flow(flowId))),
      runs,
      'divider',
      commandItem(prefectCommand.inspectDeployment(flowName, name), 'prefect deployment inspect'),
      commandItem(prefectCommand.runDeployment(flowName, name), 'prefect deployment run'),
    ]
  }
}
