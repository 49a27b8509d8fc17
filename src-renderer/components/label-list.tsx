import { Tooltip } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { LabelEntry } from '../../src-shared/contract/schemas/label-entry.ts'
import { fitting } from '../lib/fitting.ts'
import { isReadableLabel, labelKindWord, labelText, labelValueText } from '../lib/label-words.ts'
import { Nothing } from './nothing.tsx'
import classes from './pills.module.css'

/**
 * Labels as `key: value`: two at most and as many as there is room for, then how many more. Without
 * a limit to the room all of them, one below the other. What Prefect cannot read is marked.
 */
export function LabelList(props: {
  labels: readonly LabelEntry[] | null
  /** In pixels. */
  room?: number
}): ReactNode {
  const { labels, room } = props
  if (!labels || labels.length === 0) return <Nothing />
  if (room === undefined) return <AllLabels labels={labels} />
  const mostShown = fitting(labels.map(labelText), { room, most: 2, around: 6 })
  return (
    <Tooltip
      multiline
      maw={420}
      label={labels.map((entry) => (
        <div key={entry.key}>{whole(entry)}</div>
      ))}
    >
      <span className={classes['pills']}>
        {labels.slice(0, mostShown).map((entry) => (
          <Label key={entry.key} entry={entry} />
        ))}
        {labels.length > mostShown && (
          <span className={classes['more']}>+{labels.length - mostShown}</span>
        )}
      </span>
    </Tooltip>
  )
}

function AllLabels({ labels }: { labels: readonly LabelEntry[] }): ReactNode {
  return (
    <ul className={classes['all']}>
      {labels.map((entry) => (
        <li key={entry.key} title={`A ${labelKindWord(entry.kind)}`}>
          <Label entry={entry} />
        </li>
      ))}
    </ul>
  )
}

function whole(entry: LabelEntry): string {
  const unread = isReadableLabel(entry) ? '' : '; Prefect cannot read it'
  return `${labelText(entry)} (${labelKindWord(entry.kind)}${unread})`
}

function Label({ entry }: { entry: LabelEntry }): ReactNode {
  return (
    <span className={classes['label']}>
      {!isReadableLabel(entry) && (
        <IconAlertTriangle
          size={13}
          className={classes['mark']}
          role="img"
          aria-label="Prefect cannot read this value"
        />
      )}
      <span className={classes['key']}>{entry.key}:</span> {labelValueText(entry)}
    </span>
  )
}
