import { SegmentedControl, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { ActDialog } from '../../components/act-dialog.tsx'
import { ChangeTable } from '../../components/change-table.tsx'
import { createChanges, storedName, type NewLimit } from './changes.ts'
import { ConsequenceList } from './consequence-list.tsx'
import { createConsequences } from './consequences.ts'
import { DecayInput, LimitInput } from './limit-inputs.tsx'
import type { LimitRow, LiveTagLimits } from './limit-row.ts'
import classes from './limits.module.css'
import { nameFault, rateFault, wholeFault } from './new-limit.ts'
import { useWrite, type Write } from './use-write.ts'

/** The write in either table; `onDone` gets the new row's key. */
function useCreate(title: string, onDone: (key: string) => void): Write<NewLimit> {
  const api = useApi()
  const done = (): string => `Created the limit ${title}`
  const v1 = useWrite({
    options: api.concurrencyLimits.createConcurrencyLimit(),
    done,
    onClose: ({ id }) => onDone(`v1.${id}`),
  })
  const v2 = useWrite({
    options: api.concurrencyLimitsV2.createConcurrencyLimit(),
    done,
    onClose: ({ id }) => onDone(`v2.${id}`),
  })
  return {
    isPending: v1.isPending || v2.isPending,
    error: v1.error ?? v2.error,
    run: ({ table, name, limit, slot_decay_per_second }) => {
      if (table === 'v1') v1.run({ tag: name, concurrency_limit: limit })
      else v2.run({ name, limit, slot_decay_per_second })
    },
  }
}

/** Asks for a new tag or global limit. */
export function CreateDialog(props: {
  /** Every limit there is. */
  rows: readonly LimitRow[]
  live: LiveTagLimits
  onDone: (key: string) => void
  onClose: () => void
}): ReactNode {
  const { rows, live, onDone, onClose } = props
  const [kind, setKind] = useState<'tag' | 'global'>('tag')
  const [name, setName] = useState('')
  const [limit, setLimit] = useState<number | string>(1)
  const [decay, setDecay] = useState<number | string>(0)
  const table = kind === 'tag' ? live : 'v2'
  const faults = {
    name: nameFault({ kind, name, table }, rows),
    limit: wholeFault(limit),
    decay: table === 'v2' ? rateFault(decay) : null,
  }
  const isRight = Object.values(faults).every((fault) => fault === null)
  const fresh: NewLimit = {
    table,
    name: storedName(kind, name, table),
    limit: faults.limit === null ? Number(limit) : 0,
    slot_decay_per_second: faults.decay === null ? Number(decay) : 0,
  }
  const create = useCreate(name, onDone)
  return (
    <ActDialog
      title={kind === 'tag' ? 'Create a tag limit' : 'Create a global limit'}
      isPending={create.isPending}
      error={create.error}
      onClose={onClose}
      act={{ label: 'Create the limit', run: () => create.run(fresh), disabled: !isRight }}
    >
      <SegmentedControl
        aria-label="Kind"
        data={[
          { value: 'tag', label: 'Tag' },
          { value: 'global', label: 'Global' },
        ]}
        value={kind}
        onChange={(value) => setKind(value === 'global' ? 'global' : 'tag')}
      />
      <TextInput
        label={kind === 'tag' ? 'Tag' : 'Name'}
        description={
          kind === 'tag'
            ? 'Task runs with this tag take a slot each'
            : 'What concurrency() and rate_limit() ask for in your code'
        }
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        // An empty field is not a mistake yet.
        error={name === '' ? null : faults.name}
        data-autofocus
      />
      <div className={classes['fields']}>
        <LimitInput value={limit} onChange={setLimit} error={faults.limit} />
        {table === 'v2' && <DecayInput value={decay} onChange={setDecay} error={faults.decay} />}
      </div>
      <ChangeTable
        table={table === 'v1' ? 'concurrency_limit' : 'concurrency_limit_v2'}
        changes={createChanges(fresh)}
      />
      <ConsequenceList
        consequences={isRight ? createConsequences({ kind, name }, fresh.limit) : []}
      />
    </ActDialog>
  )
}
