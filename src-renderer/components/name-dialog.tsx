import { Button, Group, Modal, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'

/** Asks for a name; one that is taken can be taken over where `replaces` says what that does. */
export function NameDialog(props: {
  title: string
  /** What stands there at first. */
  name: string
  /** Names the act: "Save". */
  act: string
  /** Names of others. */
  taken: readonly string[]
  /** Said where the name is taken; without it, such a name is refused. */
  replaces?: string
  onName: (name: string) => void
  onClose: () => void
}): ReactNode {
  const { title, act, taken, replaces, onName, onClose } = props
  const [name, setName] = useState(props.name)
  const trimmed = name.trim()
  const isTaken = taken.includes(trimmed)
  const isRefused = trimmed === '' || (isTaken && !replaces)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isRefused) return
    onName(trimmed)
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={420}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={submit}>
        <TextInput
          label="Name"
          data-autofocus
          value={name}
          maxLength={80}
          error={isTaken && !replaces ? 'Another one has this name' : undefined}
          description={isTaken && replaces ? replaces : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={isRefused}>
            {act}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
