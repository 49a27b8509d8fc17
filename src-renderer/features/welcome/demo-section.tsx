import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import type { DemoWriting } from '../../api/use-demo-writing.ts'
import { ProgressLine } from '../../components/progress-line.tsx'
import { demoLabel, demoPart } from '../../lib/demo-progress.ts'
import classes from './welcome.module.css'

/** The demo: what it is, and how far its writing is. */
export function DemoSection(props: {
  writing: DemoWriting | null
  onOpen: (anew: boolean) => void
}): ReactNode {
  const { writing, onOpen } = props
  return (
    <div className={classes['demo']}>
      <p>
        A made-up database in Sluice’s own folder: some 30 flows with 5,000 runs of the last 30
        days, and limits that are stuck in the ways real ones get stuck. Nothing in it is yours, so
        try anything.
      </p>
      {writing ? (
        <ProgressLine
          label={demoLabel(writing.progress)}
          part={demoPart(writing.progress)}
          onStop={writing.stop}
        />
      ) : (
        <Group gap="sm">
          <Button variant="default" data-demo onClick={() => onOpen(false)}>
            Open the demo
          </Button>
          <Button variant="subtle" onClick={() => onOpen(true)}>
            Write it anew
          </Button>
        </Group>
      )}
    </div>
  )
}
