import { getRouteApi } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import type { FlowRow } from '../../../src-shared/contract/schemas/flow-row.ts'
import { CopyMenu } from '../../components/copy-menu.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { PageTabs, partOf } from '../../components/page-tabs.tsx'
import { ShortId } from '../../components/short-id.tsx'
import { count } from '../../lib/numbers.ts'
import { pageLink } from '../../lib/page-link.ts'
import { linkTo, screenLink } from '../../lib/screen-link.ts'
import { withPart } from '../../lib/page-part.ts'
import { FlowFacts } from './flow-facts.tsx'
import { FlowPart } from './flow-part.tsx'
import { useFlowFigures } from './use-flow-figures.ts'

const route = getRouteApi('/flows/$flowId')

const tabs = [
  { id: 'runs', title: 'Runs' },
  { id: 'deployments', title: 'Deployments' },
  { id: 'details', title: 'Details' },
  { id: 'sql', title: 'SQL' },
]

/** What is known of a flow, in parts. */
export function FlowPage({ flow }: { flow: FlowRow }): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const figures = useFlowFigures(flow.id)
  const part = partOf(tabs, search.part)
  const { statistics } = figures
  const shown = useMemo(
    () =>
      tabs.map((tab) =>
        tab.id === 'deployments' && statistics
          ? { ...tab, count: count(statistics.deployments) }
          : tab,
      ),
    [statistics],
  )
  return (
    <>
      <PageHeader
        of={{ title: 'Flows', link: screenLink('/flows') }}
        title={flow.name}
        beside={<ShortId id={flow.id} />}
      >
        <CopyMenu
          items={[
            { title: 'Name', text: flow.name },
            { title: 'Id', text: flow.id },
            { title: 'Link', text: pageLink(linkTo.flow(flow.id)) },
          ]}
        />
      </PageHeader>
      <FlowFacts flow={flow} figures={figures} />
      <PageTabs
        label="Parts of the flow"
        tabs={shown}
        part={part}
        onPart={(next) => void navigate({ search: (before) => withPart(before, part, next) })}
      >
        <FlowPart part={part} flow={flow} />
      </PageTabs>
    </>
  )
}
