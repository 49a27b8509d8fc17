import { TextInput } from '@mantine/core'
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'

/** Typing rests for so long before it is searched, in milliseconds. */
const restAfterTyping = 150

/** Searches while one types; Ctrl or Cmd and F goes there. */
export function SearchInput(props: {
  label: string
  placeholder: string
  text: string
  onText: (text: string) => void
}): ReactNode {
  const { label, placeholder, text, onText } = props
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(text)
  const [shown, setShown] = useState(text)
  const [sent, setSent] = useState(text)
  if (shown !== text) {
    setShown(text)
    setSent(text)
    // It may change otherwise than by typing: back, a link, "Clear all". What comes back of the
    // typing itself must not undo what was typed since.
    if (text !== sent) setTyped(text)
  }
  const search = useDebouncedCallback((next: string) => {
    setSent(next)
    onText(next)
  }, restAfterTyping)
  useHotkeys([['mod+F', () => input.current?.select()]], [])
  return (
    <TextInput
      ref={input}
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={14} />}
      value={typed}
      w={220}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        search(event.currentTarget.value)
      }}
    />
  )
}
