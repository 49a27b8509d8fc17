import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { LabelEntry } from '../../src-shared/contract/schemas/label-entry.ts'
import type { UnreadableColumn } from '../../src-shared/contract/schemas/unreadable.ts'
import { FactList } from '../components/fact-list.tsx'
import { LabelList } from '../components/label-list.tsx'
import { StoredOr } from '../components/stored-or.tsx'
import { TagList } from '../components/tag-list.tsx'
import classes from './head-pills.module.css'

/** More labels than these stand among the details. */
const mostLabels = 6

/** What {@link HeadPills} shows. */
export interface HeadPillsProps {
  tags: readonly string[]
  labels: readonly LabelEntry[] | null
  unreadable: readonly UnreadableColumn[]
  onTag?: (tag: string) => void
  /** Shows all labels. */
  onMore: () => void
}

/** Tags and labels in the head of a page: those that Prefect gives by itself come among the details. */
export function HeadPills(props: HeadPillsProps): ReactNode {
  const { tags, labels, unreadable, onTag, onMore } = props
  const own = (labels ?? []).filter(({ key }) => !key.startsWith('prefect.'))
  const shown = own.slice(0, mostLabels)
  const more = (labels?.length ?? 0) - shown.length
  return (
    <div className={classes['pills']}>
      <FactList
        way="across"
        facts={[
          {
            label: 'Tags',
            value: (
              <StoredOr unreadable={unreadable} column="tags">
                <TagList tags={tags} onPick={onTag} />
              </StoredOr>
            ),
          },
          {
            label: 'Labels',
            value: (
              <StoredOr unreadable={unreadable} column="labels">
                {(shown.length > 0 || more === 0) && <LabelList labels={shown} />}
                {more > 0 && (
                  <Button variant="subtle" size="compact-xs" px={2} fw={400} onClick={onMore}>
                    {shown.length > 0 ? `${more} more` : `${more} by Prefect`}
                  </Button>
                )}
              </StoredOr>
            ),
          },
        ]}
      />
    </div>
  )
}
