import { Button, Group, Modal, Textarea } from '@mantine/core'
import { useRef, useState, type ReactNode } from 'react'
import { groupsOf, type FilterBody, type FilterScreen } from '../../lib/filter-body.ts'
import { readText, type TextProblem } from '../../lib/filter-body-text.ts'
import { filterEndpoint, filterJson } from '../../lib/filter-copy.ts'
import { CopyButton } from '../copy-button.tsx'
import classes from './json-dialog.module.css'

/** Puts the caret at the beginning of a line. */
function goToLine(input: HTMLTextAreaElement | null, line: number): void {
  if (!input) return
  const before = input.value.split('\n').slice(0, line - 1)
  const at = before.join('\n').length + (line > 1 ? 1 : 0)
  input.focus()
  input.setSelectionRange(at, at)
}

/** What a {@link JsonDialog} is about. */
export interface JsonDialogProps {
  screen: FilterScreen
  filter: FilterBody
  /** What is asked beside it, which the JSON does not say. */
  isMore: boolean
  onFilter: (filter: FilterBody) => void
  onClose: () => void
}

/** Prefect's own JSON of the filter, to be read, edited or pasted; it is applied only if Prefect takes it. */
export function JsonDialog(props: JsonDialogProps & { isOpen: boolean }): ReactNode {
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      size={720}
      title="Filter as JSON"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <JsonEditor {...props} />
    </Modal>
  )
}

function JsonEditor(props: JsonDialogProps): ReactNode {
  const { screen, filter, isMore, onFilter, onClose } = props
  const [text, setText] = useState(() => filterJson(filter))
  const input = useRef<HTMLTextAreaElement>(null)
  const { body, leftOut, problems } = readText(text, groupsOf[screen])
  const apply = (): void => {
    if (!body) return
    onFilter(body)
    onClose()
  }
  return (
    <>
      <p className={classes['about']}>
        The body of Prefect’s <code>POST {filterEndpoint(screen)}</code>.
        {isMore &&
          ' Conditions on labels and “never ran” stay as they are: Prefect’s API has none.'}
      </p>
      <Textarea
        ref={input}
        data-autofocus
        aria-label="Filter"
        aria-describedby="filter-problems"
        aria-invalid={problems.length > 0}
        value={text}
        spellCheck={false}
        rows={16}
        classNames={{ input: classes['text'] ?? '' }}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) apply()
        }}
      />
      <div id="filter-problems" className={classes['problems']} role="status">
        {problems.length === 0 && leftOut.length > 0 && (
          <p className={classes['about']}>
            Left out: {leftOut.join(', ')}. The table has its own order and pages.
          </p>
        )}
        <Problems problems={problems} onLine={(line) => goToLine(input.current, line)} />
      </div>
      <Group justify="space-between" mt="md">
        <CopyButton label="Copy the JSON" text={text} />
        <Group gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={!body} onClick={apply}>
            Apply
          </Button>
        </Group>
      </Group>
    </>
  )
}

function Problems(props: {
  problems: readonly TextProblem[]
  onLine: (line: number) => void
}): ReactNode {
  const { problems, onLine } = props
  return (
    <ul>
      {problems.slice(0, 20).map(({ line, path, reason }) => (
        <li key={`${path} ${reason}`}>
          <button type="button" onClick={() => onLine(line)}>
            Line {line}
          </button>
          <span>
            {path && <code>{path}</code>} {reason}
          </span>
        </li>
      ))}
    </ul>
  )
}
