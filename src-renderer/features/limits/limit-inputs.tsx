import { NumberInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { decayWords } from './decay-words.ts'

interface NumberField {
  value: number | string
  onChange: (value: number | string) => void
  error: string | null
}

/** The number of slots. */
export function LimitInput(props: NumberField & { isFirst?: boolean }): ReactNode {
  const { value, onChange, error, isFirst } = props
  return (
    <NumberInput
      label="Limit"
      description="Slots that can be in use at once"
      value={value}
      onChange={onChange}
      error={error}
      min={0}
      allowDecimal={false}
      data-autofocus={isFirst || undefined}
    />
  )
}

/** How fast slots come back by themselves. */
export function DecayInput({ value, onChange, error }: NumberField): ReactNode {
  const words = error === null ? decayWords(Number(value)) : null
  return (
    <NumberInput
      label="Decay"
      description={
        words ? `Slots a second that come back: ${words}` : 'Slots a second that come back; 0: none'
      }
      value={value}
      onChange={onChange}
      error={error}
      min={0}
      step={0.1}
    />
  )
}
