import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Api } from '../../api/api.ts'
import type { Flow } from '../../../src-shared/contract/schemas/flow.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'

/** What is listed at once; the list becomes a table over all flows with the screens. */
const mostRows = 1000

/** Lists the flows of the open database. */
export function FlowsScreen({ api }: { api: Api }): ReactNode {
  const flows = useQuery({
    ...api.flows.readFlows({ limit: mostRows }),
    placeholderData: keepPreviousData,
  })
  if (flows.error) return <ErrorNotice error={flows.error} />
  if (!flows.data) return null
  if (flows.data.length === 0) return <p>This database has no flows yet.</p>
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Tags</th>
          <th scope="col">Created</th>
        </tr>
      </thead>
      <tbody>
        {flows.data.map((flow) => (
          <FlowRow key={flow.id} flow={flow} />
        ))}
      </tbody>
    </table>
  )
}

function FlowRow({ flow }: { flow: Flow }): ReactNode {
  return (
    <tr>
      <td>{flow.name}</td>
      <td>{flow.tags.join(', ') || '–'}</td>
      <td>{new Date(flow.created).toLocaleString()}</td>
    </tr>
  )
}
