import type { ReactNode } from 'react'
import { usePanelWidth } from '../../api/use-preferences.ts'
import { SidePanel } from '../../components/side-panel.tsx'
import { LimitDetails } from './limit-details.tsx'
import { limitTitle, type LimitRow } from './limit-row.ts'
import type { LimitActs } from './row-actions.tsx'

/** In pixels, until the user sets another. */
const firstWidth = 420

/** The details of one limit beside the table, in the width that was chosen last. */
export function DetailsPanel(props: {
  /** Undefined where the address names a limit that is not there. */
  row: LimitRow | undefined
  acts: LimitActs
  /** Why nothing can be written; null where it can. */
  reason: string | null
  focusRequest: number
  onClose: () => void
}): ReactNode {
  const { row, acts, reason, focusRequest, onClose } = props
  const [width, setWidth] = usePanelWidth('limit-details')
  const title = row ? limitTitle(row) : 'No such limit'
  return (
    <SidePanel
      label={`Details of ${title}`}
      title={title}
      width={width ?? firstWidth}
      onWidth={setWidth}
      focusRequest={focusRequest}
      onClose={onClose}
    >
      {row ? (
        <LimitDetails key={row.key} row={row} reason={reason} {...acts} />
      ) : (
        <p>This limit is not in the database, or was deleted.</p>
      )}
    </SidePanel>
  )
}
