import type { Rows, TableName } from '../rows.ts'
import { byName, byTags, idInOrOut, inOrOut, isGiven, isLike } from './parts.ts'
import { matchesLike } from './text.ts'
import { both, either, join, type Truth } from './truth.ts'
import type {
  WireDeploymentFilter,
  WireFlowFilter,
  WireWorkPoolFilter,
  WireWorkQueueFilter,
} from './wire.ts'

/** The rows of the tables that filters ask, as they are stored. */
export type StoredData = {
  readonly [
    T in TableName & ('flow' | 'flow_run' | 'task_run' | 'deployment' | 'work_pool' | 'work_queue')
  ]: readonly Rows[T][]
}

/** Prefect's FlowFilter. */
export function flowFilter(data: StoredData, flow: Rows['flow'], filter: WireFlowFilter): Truth {
  const parts: Truth[] = []
  const { id, name, tags, deployment } = filter
  if (id) parts.push(idInOrOut(flow.id, id))
  if (name) parts.push(byName(flow.name, name))
  if (tags) parts.push(byTags(flow.tags, tags))
  if (deployment) {
    const deployed = data.deployment.some((row) => row.flow_id === flow.id)
    const { operator, is_null_ } = deployment
    parts.push(join(operator, isGiven(is_null_) ? [deployed !== is_null_] : []))
  }
  return join(filter.operator, parts)
}

/** Prefect's DeploymentFilter. */
export function deploymentFilter(
  data: StoredData,
  deployment: Rows['deployment'],
  filter: WireDeploymentFilter,
): Truth {
  const parts: Truth[] = []
  const { id, name, flow_or_deployment_name: eitherName, paused, tags } = filter
  if (id) parts.push(idInOrOut(deployment.id, id))
  if (name) parts.push(byName(deployment.name, name))
  if (eitherName) {
    const { like_: like } = eitherName
    const flow = data.flow.find((row) => row.id === deployment.flow_id)
    const names = flow ? [deployment.name, flow.name] : [deployment.name]
    parts.push(like ? either(names.map((each) => isLike(each, like))) : true)
  }
  if (paused) parts.push(isGiven(paused.eq_) ? deployment.paused === Number(paused.eq_) : true)
  if (tags) parts.push(byTags(deployment.tags, tags))
  if (filter.work_queue_name)
    parts.push(inOrOut(deployment.work_queue_name, { any_: filter.work_queue_name.any_ }))
  // `concurrency_limit` is deprecated, and asks nothing.
  return join(filter.operator, parts)
}

/** Prefect's WorkPoolFilter. */
export function workPoolFilter(pool: Rows['work_pool'], filter: WireWorkPoolFilter): Truth {
  const parts: Truth[] = []
  const { id, name, type } = filter
  if (id) parts.push(idInOrOut(pool.id, { any_: id.any_ }))
  if (name) parts.push(inOrOut(pool.name, { any_: name.any_ }))
  if (type) parts.push(inOrOut(pool.type, { any_: type.any_ }))
  return join(filter.operator, parts)
}

/** Prefect's WorkQueueFilter. An empty `startswith_` is no part at all. */
export function workQueueFilter(queue: Rows['work_queue'], filter: WireWorkQueueFilter): Truth {
  const parts: Truth[] = []
  const { id, name } = filter
  if (id) parts.push(idInOrOut(queue.id, { any_: id.any_ }))
  if (name) {
    const beginnings = name.startswith_?.map((text) => matchesLike(queue.name, `${text}%`)) ?? []
    const begins = beginnings.length > 0 ? either(beginnings) : true
    parts.push(both([inOrOut(queue.name, { any_: name.any_ }), begins]))
  }
  return join(filter.operator, parts)
}
