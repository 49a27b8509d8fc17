import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '../api/api-context.tsx'
import { useStatementsOf } from '../api/statements.ts'
import { allRows, type AllRows } from '../components/data-table/table-rows.ts'
import { withBase, type BaseFilter } from '../lib/base-filter.ts'
import { inlinedSql } from '../lib/inlined-sql.ts'
import type { View } from '../lib/view-search.ts'
import { deploymentTableRows, neverRan, type DeploymentTableRow } from './deployment-table-row.ts'

/** The deployments that a view shows; all of them, since there are a few thousand at most. */
export interface DeploymentRows {
  /** Undefined until they are read. */
  rows: AllRows<DeploymentTableRow> | undefined
  error: Error | null
  sql: string
}

/** Reads the deployments of a view, with the page's own conditions, and what their runs amount to. */
export function useDeploymentRows(view: View, base?: BaseFilter): DeploymentRows {
  const { deploymentRows } = useApi()
  const { filter, labels } = view
  const asked = deploymentRows.readDeploymentRows({ filters: withBase(filter, base), labels })
  const deployments = useQuery({ ...asked, placeholderData: keepPreviousData })
  const statistics = useQuery(deploymentRows.readDeploymentStatistics({}))
  const onlyWithoutRuns = view.neverRan === true
  const rows = useMemo(() => {
    if (!deployments.data) return undefined
    const all = deploymentTableRows(deployments.data, statistics.data)
    return allRows(onlyWithoutRuns ? all.filter((row) => neverRan(row) === true) : all)
  }, [deployments.data, statistics.data, onlyWithoutRuns])
  const ran = useStatementsOf([asked])
  const sql = useMemo(
    () => ran.flatMap(({ statements }) => statements.map(inlinedSql)).join(';\n\n'),
    [ran],
  )
  const isRead = rows && (!onlyWithoutRuns || statistics.data)
  return {
    rows: isRead ? rows : undefined,
    error: deployments.error ?? statistics.error,
    sql,
  }
}
