import {
  IconArrowsSplit2,
  IconGauge,
  IconRocket,
  IconSchema,
  IconSubtask,
  IconTag,
  type Icon,
} from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Found } from '../../../src-shared/contract/schemas/facet.ts'
import { useApi } from '../../api/api-context.tsx'
import { linkTo, screenLink, taggedLink } from '../../lib/screen-link.ts'
import { stateLook } from '../../lib/states.ts'
import type { Entry } from './entry.ts'

const kinds: Readonly<
  Record<Found['kind'], { group: string; Icon: Icon; link: (found: Found) => string }>
> = {
  flow: { group: 'Flows', Icon: IconSchema, link: ({ id }) => linkTo.flow(id) },
  flow_run: { group: 'Flow runs', Icon: IconArrowsSplit2, link: ({ id }) => linkTo.flowRun(id) },
  task_run: { group: 'Task runs', Icon: IconSubtask, link: ({ id }) => linkTo.taskRun(id) },
  deployment: { group: 'Deployments', Icon: IconRocket, link: ({ id }) => linkTo.deployment(id) },
  limit: {
    group: 'Limits',
    Icon: IconGauge,
    link: ({ id, of }) => screenLink('/limits', { limit: `${of ?? 'v2'}.${id}` }),
  },
  tag: { group: 'Tags', Icon: IconTag, link: ({ id }) => taggedLink.flows(id) },
}

/** What the database has under a text, as entries; the last ones stay until the next are there. */
export function useFound(text: string, onLink: (link: string) => void): Entry[] {
  const found = useQuery({
    ...useApi().facets.findAnything({ text: text || ' ', limit: 6 }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  })
  if (text === '') return []
  return (found.data ?? []).map((one) => {
    const { group, Icon, link } = kinds[one.kind]
    const look = one.stateType === null ? null : stateLook(one.stateType)
    return {
      id: `${one.kind} ${one.id} ${one.of ?? ''}`,
      group,
      name: one.name,
      note: noteOf(one),
      Icon: look?.Shape ?? Icon,
      color: look?.color,
      run: () => onLink(link(one)),
    }
  })
}

function noteOf({ kind, of, stateName, id }: Found): string | undefined {
  if (kind === 'limit' || kind === 'tag') return undefined
  const words = [of, stateName, kind === 'flow' ? null : id.slice(0, 8)]
  return words.filter(Boolean).join(' · ') || undefined
}
