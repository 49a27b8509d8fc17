import { Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { EmptyNotice } from '../../components/empty-notice.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { LogLines } from '../../components/log-lines/log-lines.tsx'
import { logText } from '../../components/log-lines/log-text.ts'
import { useLineSelection } from '../../components/log-lines/use-line-selection.ts'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { copyText } from '../../lib/clipboard.ts'
import classes from './log-panel.module.css'
import { logSearchFilter, type LogFilterBody, type LogSearch } from './log-search.ts'
import { CopyLines } from './copy-lines.tsx'
import { LogTools } from './log-tools.tsx'
import { useLogPages } from './use-log-pages.ts'

/** What {@link LogPanel} shows and asks for. */
export interface LogPanelProps {
  /** Whose lines. */
  of: LogFilterBody
  /** True while its run is not over: lines may come. */
  isLive: boolean
  search: LogSearch
  onSearch: (change: Partial<LogSearch>) => void
  /** The name of a line's task run; left out where all lines are of one. */
  taskName?: (taskRunId: string) => string
}

/** The log lines of a run: by level, searched, in either order, followed while it runs. */
export function LogPanel(props: LogPanelProps): ReactNode {
  const { of, search, onSearch } = props
  const filter: LogFilterBody = { ...of, ...logSearchFilter(search) }
  return (
    <div className={classes['panel']}>
      <LogTools filter={filter} search={search} onSearch={onSearch} />
      {/* Another question is another list, with a place, a selection and a following of its own. */}
      <Lines key={JSON.stringify([filter, search.newestFirst])} {...props} filter={filter} />
    </div>
  )
}

function Lines(props: LogPanelProps & { filter: LogFilterBody }): ReactNode {
  const { filter, isLive, search, onSearch, taskName } = props
  const { newestFirst } = search
  const [follows, setFollows] = useState(true)
  const isFollowing = isLive && follows
  const pages = useLogPages(filter, { fromNewest: newestFirst || isLive })
  const { count, counted, lineAt } = pages
  const selection = useLineSelection({ count, newestFirst })
  const isMany = selection.range !== null && selection.range.last > selection.range.first
  const textOf = (isAll: boolean): string => {
    const { first, last } = (isAll ? null : selection.range) ?? { first: 0, last: count - 1 }
    const lines = []
    for (let row = first; row <= last; row += 1) {
      const line = lineAt(newestFirst ? count - 1 - row : row)
      if (line) lines.push(logText(line))
    }
    return lines.join('\n')
  }
  return (
    <>
      <div className={classes['copy']}>
        <CopyLines
          selected={
            isMany && selection.range ? selection.range.last - selection.range.first + 1 : 0
          }
          textToCopy={() => textOf(!isMany)}
        />
      </div>
      <div className={classes['list']}>
        {pages.error && count === 0 ? (
          <ErrorNotice error={pages.error} />
        ) : counted === 0 && count === 0 ? (
          <NoLines search={search} isLive={isLive} onSearch={onSearch} />
        ) : pages.isReading && count === 0 ? (
          <SkeletonRows />
        ) : (
          <>
            <LogLines
              label="Log lines"
              count={count}
              lineAt={lineAt}
              onSight={pages.onSight}
              newestFirst={newestFirst}
              canFollow={isLive}
              isFollowing={isFollowing}
              onFollowing={setFollows}
              selection={selection}
              onCopy={() => void copyText(textOf(selection.range === null))}
              taskName={taskName}
            />
            {isLive && !isFollowing && (
              <Button
                className={classes['follow'] ?? ''}
                data-top={newestFirst || undefined}
                leftSection={newestFirst ? <IconArrowUp size={14} /> : <IconArrowDown size={14} />}
                onClick={() => setFollows(true)}
              >
                Follow
              </Button>
            )}
          </>
        )}
      </div>
    </>
  )
}

function NoLines(props: Pick<LogPanelProps, 'search' | 'isLive' | 'onSearch'>): ReactNode {
  const { search, isLive, onSearch } = props
  if (logSearchFilter(search)) {
    const run = (): void => onSearch({ level: null, text: '' })
    return <EmptyNotice text="No log line matches." action={{ label: 'Clear filters', run }} />
  }
  return (
    <EmptyNotice
      text={
        isLive
          ? 'No log lines yet. They appear here as they are written.'
          : 'There are no log lines.'
      }
    />
  )
}
