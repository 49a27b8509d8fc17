import type { RunRow } from '../../src-shared/contract/schemas/run-row.ts'
import type { MenuItem } from '../components/data-table/menu-item.ts'
import { prefectCommand } from '../lib/prefect-command.ts'
import { linkTo } from '../lib/screen-link.ts'
import { commandItem, detailsItem, pageItem, type MenuActs } from './row-menu.tsx'

/** What a flow run's menu offers beside copying its cells. */
export function runMenu({
  goTo,
  show,
}: MenuActs): (run: RunRow, selected: readonly RunRow[]) => readonly MenuItem[] {
  return (run, selected) => {
    if (selected.length > 1) return []
    const { id, flowId, flowName, deploymentId, deploymentName } = run
    const items: MenuItem[] = [
      pageItem('Open the flow run', () => goTo(linkTo.flowRun(id))),
      detailsItem(() => show(id)),
    ]
    if (flowName !== null) items.push(pageItem('Open its flow', () => goTo(linkTo.flow(flowId))))
    if (deploymentId !== null && deploymentName !== null) {
      items.push(pageItem('Open its deployment', () => goTo(linkTo.deployment(deploymentId))))
    }
    return [
      ...items,
      'divider',
      commandItem(prefectCommand.inspectFlowRun(id), 'prefect flow-run inspect'),
      commandItem(prefectCommand.flowRunLogs(id), 'prefect flow-run logs'),
    ]
  }
}
