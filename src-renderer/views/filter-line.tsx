import { ActionIcon, Tooltip } from '@mantine/core'
import { IconBraces } from '@tabler/icons-react'
import { useMemo, useState, type ReactNode } from 'react'
import type { Api } from '../api/api.ts'
import { useApi } from '../api/api-context.tsx'
import { FilterBuilder } from '../components/filter-builder/filter-builder.tsx'
import { JsonDialog } from '../components/filter-builder/json-dialog.tsx'
import {
  SuggestionProvider,
  type SuggestionSource,
} from '../components/filter-builder/suggestion-source.tsx'
import { SearchInput } from '../components/search-input.tsx'
import { valueAt, withValue, type BodyPath, type FilterScreen } from '../lib/filter-body.ts'
import { toSearch } from '../lib/view-search.ts'
import { CopyViewMenu } from './copy-view-menu.tsx'
import classes from './filter-line.module.css'
import { useFilterNames } from './use-filter-names.ts'
import type { ViewHandle } from './use-view.ts'

/** What the filter line needs: a {@link ViewHandle} spread, and what only the screen knows. */
export interface FilterLineProps extends Pick<
  ViewHandle,
  'view' | 'setFilter' | 'setLabels' | 'setNeverRan' | 'clear' | 'link'
> {
  screen: FilterScreen
  /** How many rows match: "34 flows", "10,000+ runs"; undefined while it is counted. */
  count?: string | undefined
  /** The statements that the table ran, for "Copy as SQL". */
  sql?: string | undefined
  /** Ctrl+F and the quick search are left out, as on a page that has its own. */
  withoutSearch?: boolean
  /** Further buttons at the right. */
  children?: ReactNode
}

/** The quick search of a screen: its field, and what it is called. */
const quickOf: Readonly<Record<FilterScreen, { path: BodyPath; words: string }>> = {
  flows: { path: ['flows', 'name', 'like_'], words: 'Search by name' },
  runs: { path: ['flow_runs', 'name', 'like_'], words: 'Search by name' },
  deployments: {
    path: ['deployments', 'flow_or_deployment_name', 'like_'],
    words: 'Search by name or flow',
  },
}

function sourceOf({ facets }: Api): SuggestionSource {
  return {
    values: (asked) => facets.suggest(asked),
    labelKeys: (asked) => facets.suggestLabelKeys(asked),
    labelValues: (asked) => facets.suggestLabelValues(asked),
  }
}

/** The line above a table: search, conditions as chips, more conditions, the count, copies. */
export function FilterLine(props: FilterLineProps): ReactNode {
  const { screen, view, setFilter, setLabels, setNeverRan, clear } = props
  const api = useApi()
  const source = useMemo(() => sourceOf(api), [api])
  const [isEdited, setIsEdited] = useState(false)
  const names = useFilterNames(view.filter, screen)
  const quick = quickOf[screen]
  const searched = valueAt(view.filter, quick.path)
  return (
    <SuggestionProvider source={source}>
      <div className={classes['line']} role="search" aria-label={`Filter ${screen}`}>
        <div className={classes['conditions']}>
          {!props.withoutSearch && (
            <SearchInput
              label="Name"
              placeholder={quick.words}
              text={typeof searched === 'string' ? searched : ''}
              onText={(text) =>
                setFilter(withValue(view.filter, quick.path, text || undefined), { replace: true })
              }
            />
          )}
          <FilterBuilder
            screen={screen}
            filter={view.filter}
            onFilter={setFilter}
            labels={view.labels}
            onLabels={setLabels}
            neverRan={view.neverRan ?? false}
            onNeverRan={setNeverRan}
            onClear={clear}
            quick={props.withoutSearch ? undefined : quick.path}
            names={names}
          />
        </div>
        <div className={classes['right']}>
          <span>{props.count}</span>
          <Tooltip label="Filter as JSON">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label="Filter as JSON"
              onClick={() => setIsEdited(true)}
            >
              <IconBraces size={16} />
            </ActionIcon>
          </Tooltip>
          <CopyViewMenu screen={screen} view={view} link={props.link} sql={props.sql} />
          {props.children}
        </div>
      </div>
      <JsonDialog
        isOpen={isEdited}
        screen={screen}
        filter={view.filter}
        isMore={toSearch(view).labels !== undefined || view.neverRan === true}
        onFilter={setFilter}
        onClose={() => setIsEdited(false)}
      />
    </SuggestionProvider>
  )
}
