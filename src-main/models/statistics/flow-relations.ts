import type { contract } from '../../../src-shared/contract/contract.ts'
import type { FlowRelations } from '../../../src-shared/contract/schemas/flow-statistics.ts'
import type { ModelOf } from '../../database/model.ts'

type Statistics = ModelOf<typeof contract.flowStatistics>

/**
 * Goes from the runs that have a parent, which are few, up to the flow that began them. Prefect has
 * no counterpart.
 */
export const readFlowRelations: Statistics['readFlowRelations'] = async (db) => {
  const pairs = await db
    .selectFrom('flow_run as child')
    .innerJoin('task_run', 'task_run.id', 'child.parent_task_run_id')
    .innerJoin('flow_run as parent', 'parent.id', 'task_run.flow_run_id')
    // Not `is not null`, which takes no index.
    .where('child.parent_task_run_id', '>', '')
    .groupBy(['parent.flow_id', 'child.flow_id'])
    .select((run) => [
      'parent.flow_id as parentId',
      'child.flow_id as childId',
      run.fn.countAll<number>().as('runs'),
    ])
    .execute()
  if (pairs.length === 0) return []
  const flows = await db.selectFrom('flow').select(['id', 'name']).execute()
  const names = new Map(flows.map(({ id, name }) => [id, name]))
  const byFlow = new Map<string, FlowRelations>()
  const of = (flowId: string): FlowRelations => {
    const known = byFlow.get(flowId) ?? { flowId, parents: [], children: [] }
    byFlow.set(flowId, known)
    return known
  }
  const nameOf = (id: string): string => names.get(id) ?? id
  const most = pairs.toSorted(
    (one, other) => other.runs - one.runs || (one.childId < other.childId ? -1 : 1),
  )
  for (const { parentId, childId, runs } of most) {
    of(parentId).children.push({ id: childId, name: nameOf(childId), runs })
    of(childId).parents.push({ id: parentId, name: nameOf(parentId), runs })
  }
  return [...byFlow.values()]
}
