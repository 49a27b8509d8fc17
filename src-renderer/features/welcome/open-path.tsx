import { Button, TextInput } from '@mantine/core'
import { useState, type ReactNode, type Ref } from 'react'
import classes from './welcome.module.css'

/** Opens a file by its path, where the host cannot ask for one. */
export function OpenPath(props: {
  inputRef: Ref<HTMLInputElement>
  opening: string | null
  onOpen: (path: string) => void
}): ReactNode {
  const { inputRef, opening, onOpen } = props
  const [typed, setTyped] = useState('')
  const path = typed.trim()
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (path !== '') onOpen(path)
      }}
    >
      <TextInput
        ref={inputRef}
        className={classes['input']}
        label="Path of a prefect.db on the machine that Sluice runs on"
        placeholder="~/.prefect/prefect.db"
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" disabled={path === ''} loading={opening !== null && opening === path}>
        Open
      </Button>
    </form>
  )
}
