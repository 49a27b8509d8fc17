import type { ReactNode } from 'react'
import type { TaskRunPage } from '../../../src-shared/contract/schemas/run-page.ts'
import { CellLink } from '../../components/cell-link.tsx'
import { DetailSection, DetailSections } from '../../components/detail-section.tsx'
import { JsonView } from '../../components/json-view.tsx'
import { StateBadge } from '../../components/state-badge.tsx'
import { linkTo } from '../../lib/screen-link.ts'
import { taskInputs, type InputSource, type TaskInput } from './task-inputs.ts'
import classes from './task-run.module.css'
import { useInputRuns, type InputRun } from './use-input-runs.ts'

/** For each parameter of a task run where its value came from. */
export function InputsPart({ taskRun }: { taskRun: TaskRunPage }): ReactNode {
  const inputs = taskInputs(taskRun.taskInputs)
  return (
    <DetailSections>
      {inputs !== null && (
        <DetailSection title="Where its inputs came from">
          {inputs.length === 0 ? (
            <p className={classes['muted']}>
              No inputs are stored: it was given none, or values only.
            </p>
          ) : (
            <InputTable inputs={inputs} />
          )}
        </DetailSection>
      )}
      <DetailSection title="As stored">
        <JsonView label="the task inputs" text={taskRun.taskInputs} />
      </DetailSection>
    </DetailSections>
  )
}

function InputTable({ inputs }: { inputs: readonly TaskInput[] }): ReactNode {
  const runs = useInputRuns(inputs)
  return (
    <table className={classes['table']} aria-label="Inputs">
      <thead>
        <tr>
          <th scope="col">Input</th>
          <th scope="col">Came from</th>
        </tr>
      </thead>
      <tbody>
        {inputs.map(({ name, note, sources }) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
              {note !== null && <span className={classes['muted']}> {note}</span>}
            </th>
            <td>
              {sources.length === 0 ? (
                <span className={classes['muted']}>a value of its own</span>
              ) : (
                <ul className={classes['sources']}>
                  {sources.map((source, index) => (
                    // Nothing else tells two of the same kind apart.
                    <li key={index}>
                      <Source source={source} runs={runs} />
                    </li>
                  ))}
                </ul>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Source(props: { source: InputSource; runs: ReadonlyMap<string, InputRun> }): ReactNode {
  const { source, runs } = props
  switch (source.kind) {
    case 'task_run':
    case 'flow_run': {
      const isTask = source.kind === 'task_run'
      const run = runs.get(source.id)
      const href = isTask ? linkTo.taskRun(source.id) : linkTo.flowRun(source.id)
      return (
        <span className={classes['source']}>
          <span className={classes['muted']}>result of the {isTask ? 'task run' : 'flow run'}</span>{' '}
          <CellLink href={href} text={run?.name ?? source.id} inCell={false} />
          {run && <StateBadge type={run.stateType} name={run.stateName} />}
        </span>
      )
    }
    case 'parameter':
      return (
        <span className={classes['source']}>
          <span className={classes['muted']}>parameter of the flow run</span>{' '}
          <code>{source.name}</code>
        </span>
      )
    case 'constant':
      return (
        <span className={classes['source']}>
          <span className={classes['muted']}>constant of type</span> <code>{source.type}</code>
        </span>
      )
    case 'other':
      return <code>{source.text}</code>
  }
}
