import type { ReactNode } from 'react'
import { usePanelWidth } from '../api/use-preferences.ts'
import { CellLink } from '../components/cell-link.tsx'
import { SidePanel } from '../components/side-panel.tsx'

/** In pixels, until the user sets another. */
const firstWidth = 420

/** The details of a row beside its table; the title leads to its page. */
export function DetailsPanel(props: {
  /** Whose width is kept: `runs`. */
  panel: string
  /** Null while it is read, or where there is no such thing. */
  title: string | null
  /** What it is: "flow run". */
  noun: string
  link: string
  onClose: () => void
  children: ReactNode
}): ReactNode {
  const { panel, title, noun, link, onClose, children } = props
  const [width, setWidth] = usePanelWidth(panel)
  return (
    <SidePanel
      label={`Details of ${title ?? `the ${noun}`}`}
      title={title === null ? `A ${noun}` : <CellLink href={link} text={title} inCell={false} />}
      width={width ?? firstWidth}
      onWidth={setWidth}
      focusRequest={0}
      onClose={onClose}
    >
      {children}
    </SidePanel>
  )
}
