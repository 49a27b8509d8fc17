import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { prettyJson } from '../lib/pretty-json.ts'
import { CopyButton } from './copy-button.tsx'
import classes from './json-view.module.css'
import { Nothing } from './nothing.tsx'

/** Texts that hold nothing. */
const empty = new Set(['', '{}', '[]', 'null'])

/** JSON over several lines, to be read and copied; a text that is not JSON as it is stored, marked. */
export function JsonView(props: {
  /** What it is, within a sentence: "the parameters". */
  label: string
  /** JSON text. */
  text: string | null
}): ReactNode {
  const { label, text } = props
  if (text === null || empty.has(text.trim())) return <Nothing />
  const pretty = prettyJson(text)
  return (
    <div className={classes['json']}>
      {pretty === null && (
        <p className={classes['mark']}>
          <IconAlertTriangle size={14} aria-hidden /> This is not JSON; it is shown as it is stored.
        </p>
      )}
      {/* What scrolls must be reached by the keyboard. */}
      <pre tabIndex={0} role="region" aria-label={label}>
        {pretty ?? text}
      </pre>
      <div className={classes['copy']}>
        <CopyButton label={`Copy ${label}`} text={pretty ?? text} />
      </div>
    </div>
  )
}
