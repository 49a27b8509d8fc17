import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ViewProblem } from '../lib/view-search-parts.ts'
import classes from './view-problems.module.css'

/** Says what of a link was not understood; the rest of it is shown. */
export function ViewProblems(props: {
  problems: readonly ViewProblem[]
  onClear: () => void
}): ReactNode {
  const { problems, onClear } = props
  if (problems.length === 0) return null
  return (
    <div role="alert" className={classes['problems']}>
      <IconAlertTriangle size={16} aria-hidden />
      <div className={classes['words']}>
        This link was understood in part. Left out:
        <ul>
          {problems.map(({ path, reason }) => (
            <li key={`${path} ${reason}`}>
              <code>{path}</code> {reason}
            </li>
          ))}
        </ul>
      </div>
      <Button variant="default" size="compact-sm" onClick={onClear}>
        Clear
      </Button>
    </div>
  )
}
