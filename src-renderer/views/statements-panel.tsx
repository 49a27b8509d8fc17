import type { ReactNode } from 'react'
import type { RanStatement } from '../../src-shared/contract/wire.ts'
import type { RanStatements } from '../api/statements.ts'
import { CopyButton } from '../components/copy-button.tsx'
import { EmptyNotice } from '../components/empty-notice.tsx'
import { inlinedSql } from '../lib/inlined-sql.ts'
import { counted } from '../lib/numbers.ts'
import { sqlLines } from '../lib/sql-lines.ts'
import classes from './statements-panel.module.css'

/** "0.42 ms", "12.3 ms", "1,204 ms". */
function milliseconds(time: number): string {
  const digits = time < 1 ? 2 : time < 100 ? 1 : 0
  return `${time.toLocaleString(undefined, { maximumFractionDigits: digits })} ms`
}

function sum(statements: readonly RanStatement[]): number {
  return statements.reduce((total, one) => total + one.milliseconds, 0)
}

/** The statements that a page ran last, with their times, to be read and copied. */
export function StatementsPanel(props: {
  /** By query, see `useStatementsAbout`. */
  ran: readonly RanStatements[]
}): ReactNode {
  const ran = props.ran.filter(({ statements }) => statements.length > 0)
  if (ran.length === 0) return <EmptyNotice text="No statement was run yet." />
  const all = ran.flatMap(({ statements }) => statements)
  const text = all.map((one) => `${inlinedSql(one)};`).join('\n\n')
  return (
    // What scrolls must be reached by the keyboard.
    <div className={classes['panel']} tabIndex={0} role="region" aria-label="Statements">
      <div className={classes['head']}>
        <span>
          {counted(all.length, 'statement')}, {milliseconds(sum(all))} in SQLite, when each was last
          read
        </span>
        <CopyButton label="Copy all statements" text={text} />
      </div>
      {ran.map(({ operation, statements }, index) => (
        <div key={`${operation} ${index}`} className={classes['query']}>
          <h2>
            <code>{operation}</code> <span>{milliseconds(sum(statements))}</span>
          </h2>
          {statements.map((statement, place) => (
            <Statement key={place} statement={statement} />
          ))}
        </div>
      ))}
    </div>
  )
}

function Statement({ statement }: { statement: RanStatement }): ReactNode {
  const sql = inlinedSql(statement)
  return (
    <div className={classes['statement']}>
      <pre>{sqlLines(sql)}</pre>
      <div className={classes['facts']}>
        {milliseconds(statement.milliseconds)}
        <br />
        {counted(statement.rows, 'row')}
        {statement.cut && (
          <span className={classes['cut']} title="A part of it is too long to be shown">
            cut
          </span>
        )}
      </div>
      <CopyButton label="Copy the statement" text={sql} />
    </div>
  )
}
