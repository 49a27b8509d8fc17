import { Button, Checkbox } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState, type ReactNode } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { useDatabaseActions } from '../../api/use-database-actions.ts'
import { useDemoWriting } from '../../api/use-demo-writing.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { ScreenHeader } from '../../components/screen-header.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { DemoSection } from './demo-section.tsx'
import { FoundDatabases } from './found-databases.tsx'
import { OpenPath } from './open-path.tsx'
import { RecentFiles } from './recent-files.tsx'
import { Section } from './section.tsx'
import { hasProblem, SessionProblem } from './session-problem.tsx'
import { useFirstFocus } from './use-first-focus.ts'
import classes from './welcome.module.css'

/** Which database to open; and why the one that was asked for is not open. */
export function WelcomeScreen(): ReactNode {
  const api = useApi()
  const navigate = useNavigate()
  const [readOnly, setReadOnly] = useState(false)
  const pathInput = useRef<HTMLInputElement>(null)
  const session = useQuery(api.app.session({})).data
  const capabilities = useQuery(api.app.capabilities({})).data
  const recent = useQuery(api.app.recentDatabases({})).data
  const writing = useDemoWriting(session)
  const { open, chooseAndOpen, openDemo, forget, opening } = useDatabaseActions({
    // The frame goes on by itself when another database is open; this may be the same one.
    onOpened: ({ access, path }, asked) => {
      const isSame = session?.access !== 'closed' && path === session?.path
      if (access !== 'closed' && isSame && (asked ?? path) === path) void navigate({ to: '/flows' })
    },
    onError: (error) => notifications.show({ message: error.message }),
  })
  const openPath = (path: string): void => open({ path, readOnly })
  const canChoose = capabilities?.canChooseFile ?? false
  const openAnother = (): void => {
    if (canChoose) chooseAndOpen(readOnly)
    else pathInput.current?.focus()
  }
  const found = useQuery({ ...api.app.findDatabases({}), refetchOnMount: 'always' })
  const demo = (
    <Section title="Demo">
      <DemoSection writing={writing} onOpen={(anew) => openDemo({ readOnly, anew })} />
    </Section>
  )
  const content = useFirstFocus(session !== undefined && !found.isPending && !writing)
  return (
    <>
      <ScreenHeader title="Open a database">
        <ReadOnlyBox
          always={capabilities?.alwaysReadOnly ?? false}
          checked={readOnly}
          onChange={setReadOnly}
        />
        {canChoose && <Button onClick={() => chooseAndOpen(readOnly)}>Open a file…</Button>}
      </ScreenHeader>
      <div className={classes['content']} ref={content}>
        {writing && demo}
        {session?.error && hasProblem(session) && writing === null && (
          <SessionProblem
            path={session.path}
            error={session.error}
            onDemo={() => openDemo({ readOnly, anew: false })}
            onOpen={(path) => open({ path, readOnly: readOnly || session.readOnlyByChoice })}
            onAnother={openAnother}
          />
        )}
        <Section
          title="Found on this machine"
          actions={
            <Button
              variant="subtle"
              loading={found.isFetching && !found.isPending}
              onClick={() => void found.refetch()}
            >
              Look again
            </Button>
          }
        >
          {found.data ? (
            <FoundDatabases
              databases={found.data}
              openPath={session?.access === 'closed' ? null : (session?.path ?? null)}
              opening={opening}
              onOpen={openPath}
            />
          ) : found.error ? (
            <ErrorNotice error={found.error} />
          ) : (
            <div className={classes['waiting']}>
              <SkeletonRows />
            </div>
          )}
        </Section>
        {recent && recent.length > 0 && (
          <Section title="Opened before">
            <RecentFiles databases={recent} opening={opening} onOpen={openPath} onForget={forget} />
          </Section>
        )}
        {capabilities && !canChoose && (
          <Section title="Another file">
            <OpenPath inputRef={pathInput} opening={opening} onOpen={openPath} />
          </Section>
        )}
        {!writing && demo}
      </div>
    </>
  )
}

function ReadOnlyBox(props: {
  always: boolean
  checked: boolean
  onChange: (checked: boolean) => void
}): ReactNode {
  const { always, checked, onChange } = props
  return (
    <Checkbox
      className={classes['readOnly']}
      label="Open for reading only"
      title={always ? 'Sluice was started with --read-only' : undefined}
      checked={checked || always}
      disabled={always}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
