import { NativeSelect, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { normalMoment } from '../../../src-shared/contract/schemas/timestamp.ts'
import classes from './filter-builder.module.css'
import { localInput, momentOfInput, relativeMoments } from '../../lib/filter-moments.ts'

/** A moment, as a date and time of this computer's clock; or so long ago, which is put into a moment. */
export function MomentInput(props: {
  label: string
  moment: string | undefined
  onMoment: (moment: string) => void
}): ReactNode {
  const { label, moment, onMoment } = props
  const known = moment === undefined ? '' : localInput(moment)
  const [typed, setTyped] = useState(known)
  const [shown, setShown] = useState(known)
  if (shown !== known) {
    setShown(known)
    setTyped(known)
  }
  const given = momentOfInput(typed)
  const isWrong = typed !== '' && (given === null || normalMoment(given) === null)
  return (
    <div className={classes['moment']}>
      <TextInput
        data-autofocus
        type="datetime-local"
        step={1}
        aria-label={label}
        value={typed}
        error={isWrong ? 'A date and time from year 1 to 9999' : undefined}
        onChange={(event) => {
          const { value } = event.currentTarget
          setTyped(value)
          const at = momentOfInput(value)
          if (at !== null && normalMoment(at) !== null) onMoment(at)
        }}
      />
      <NativeSelect
        aria-label={`${label}: so long ago`}
        size="xs"
        value=""
        data={[
          { value: '', label: 'Ago' },
          ...relativeMoments.map(({ id, words }) => ({ value: id, label: words })),
        ]}
        onChange={(event) => {
          const chosen = relativeMoments.find(({ id }) => id === event.currentTarget.value)
          if (chosen) onMoment(chosen.at(new Date()))
        }}
      />
    </div>
  )
}
