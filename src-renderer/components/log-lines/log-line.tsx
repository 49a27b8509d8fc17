import { Button } from '@mantine/core'
import { memo, useState, type MouseEvent, type ReactNode } from 'react'
import type { Log } from '../../../src-shared/contract/schemas/log.ts'
import { levelLook } from '../../lib/log-levels.ts'
import { count as countWords } from '../../lib/numbers.ts'
import { linkTo } from '../../lib/screen-link.ts'
import { exactTime, storedTime } from '../../lib/time.ts'
import { clockTime } from '../../lib/timeline-ticks.ts'
import classes from './log-lines.module.css'
import { plainText } from './plain-text.ts'

/** No more characters of a message are shown at first. */
const mostAtFirst = 4000

/** What a line of the list shows. */
export interface LogLineProps {
  /** Undefined while it is being read. */
  line: Log | undefined
  row: number
  id: string
  isSelected: boolean
  /** The day, where it is another one than that of the line above. */
  day: string | null
  /** The name of a line's task run; undefined for a list that does not show it. */
  taskName: ((taskRunId: string) => string) | undefined
  onSelect: (row: number, event: MouseEvent) => void
}

/** A log line: its time, level and message, and the task run that wrote it. */
export const LogLine = memo(function LogLine(props: LogLineProps): ReactNode {
  const { line, row, id, isSelected, day, taskName, onSelect } = props
  return (
    <>
      {day !== null && (
        <div className={classes['day']} aria-hidden>
          {day}
        </div>
      )}
      <div
        id={id}
        role="row"
        aria-rowindex={row + 1}
        aria-selected={isSelected}
        className={classes['line']}
        data-tasks={taskName !== undefined || undefined}
        onMouseDown={(event) => {
          // The browser would select text from here to there.
          if (event.shiftKey) event.preventDefault()
        }}
        onClick={(event) => onSelect(row, event)}
      >
        {line ? <Cells line={line} taskName={taskName} /> : <div role="gridcell">…</div>}
      </div>
    </>
  )
})

function Cells(props: { line: Log } & Pick<LogLineProps, 'taskName'>): ReactNode {
  const { line, taskName } = props
  const { timestamp, level, task_run_id: taskRunId } = line
  const { word, color, Shape } = levelLook(level)
  return (
    <>
      <div role="gridcell" className={classes['time']}>
        <time
          dateTime={timestamp}
          title={`${exactTime(timestamp)}\n${storedTime(timestamp)} UTC\n${line.name}`}
        >
          {clockTime(Date.parse(timestamp), 1)}
        </time>
      </div>
      <div role="gridcell" className={classes['level']} style={{ color }}>
        <Shape size={13} stroke={2} aria-hidden /> {word}
      </div>
      <Message text={line.message} />
      {taskName && (
        <div role="gridcell" className={classes['task']}>
          {taskRunId !== null && (
            <a href={linkTo.taskRun(taskRunId)} tabIndex={-1} title={taskName(taskRunId)}>
              {taskName(taskRunId)}
            </a>
          )}
        </div>
      )}
    </>
  )
}

function Message({ text }: { text: string }): ReactNode {
  const [isWhole, setWhole] = useState(false)
  const plain = plainText(text)
  const isCut = !isWhole && plain.length > mostAtFirst
  return (
    <div role="gridcell" className={classes['message']}>
      {isCut ? plain.slice(0, mostAtFirst) : plain}
      {isCut && (
        <Button variant="subtle" size="compact-xs" tabIndex={-1} onClick={() => setWhole(true)}>
          Show all {countWords(plain.length)} characters
        </Button>
      )}
    </div>
  )
}
