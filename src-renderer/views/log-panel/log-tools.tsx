import { ActionIcon, Popover, Select } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { SearchInput } from '../../components/search-input.tsx'
import { logLevels } from '../../lib/log-levels.ts'
import { counted as countedWords } from '../../lib/numbers.ts'
import classes from './log-panel.module.css'
import { longestQuery, type LogFilterBody, type LogSearch } from './log-search.ts'

const everyLevel = 'all'

const levels = [
  { value: everyLevel, label: 'All levels' },
  ...logLevels.map(({ level, word }) => ({
    value: String(level),
    label: level === 50 ? word : `${word} and above`,
  })),
]

const orders = [
  { value: 'oldest', label: 'Oldest first' },
  { value: 'newest', label: 'Newest first' },
]

/** What is asked of the logs, and how many lines there are. */
export function LogTools(props: {
  /** All that is asked, the run too. */
  filter: LogFilterBody
  search: LogSearch
  onSearch: (change: Partial<LogSearch>) => void
}): ReactNode {
  const { filter, search, onSearch } = props
  const { logs } = useApi()
  const counted = useQuery({
    ...logs.countLogs({ logs: filter }),
    placeholderData: keepPreviousData,
  }).data
  return (
    <div className={classes['tools']}>
      <Select
        aria-label="Level"
        data={levels}
        w={150}
        allowDeselect={false}
        value={search.level === null ? everyLevel : String(search.level)}
        onChange={(value) => onSearch({ level: value === everyLevel ? null : Number(value) })}
      />
      <SearchInput
        label="Search the log lines"
        placeholder={'error -debug "a phrase" +must'}
        text={search.text}
        onText={(text) => onSearch({ text: text.slice(0, longestQuery) })}
      />
      <SyntaxHelp />
      <Select
        aria-label="Order"
        data={orders}
        w={130}
        allowDeselect={false}
        value={search.newestFirst ? 'newest' : 'oldest'}
        onChange={(value) => onSearch({ newestFirst: value === 'newest' })}
      />
      <span className={classes['count']} aria-live="polite">
        {counted !== undefined && countedWords(counted, 'line')}
      </span>
    </div>
  )
}

const syntax = [
  ['one two', 'lines with one or two'],
  ['"one two"', 'lines with the phrase'],
  ['+one +two', 'lines with both'],
  ['-one', 'no lines with it'],
]

function SyntaxHelp(): ReactNode {
  return (
    <Popover position="bottom-start" withinPortal trapFocus={false}>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" aria-label="How to search">
          <IconHelpCircle size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label="How to search">
        <dl className={classes['syntax']}>
          {syntax.map(([query, meaning]) => (
            <div key={query}>
              <dt>{query}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <p className={classes['hint']}>In any case, as parts of words: Prefect's text query.</p>
      </Popover.Dropdown>
    </Popover>
  )
}
