import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { keyText, pageKeys } from '../../../src-shared/page-keys.ts'
import { isMac } from '../../lib/platform.ts'
import { setShellWindow } from '../../lib/shell-windows.ts'
import classes from './palette.module.css'

/** Lists the keys, by where they work. */
export function KeysDialog(): ReactNode {
  return (
    <Modal
      opened
      onClose={() => setShellWindow(null)}
      title="Keys"
      size={720}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={classes['keys']}>
        {pageKeys.map(({ where, keys }) => (
          <section key={where}>
            <h3>{where}</h3>
            <dl>
              {keys.map((key) => (
                <KeyLine key={key.keys} keys={keyText(key.keys, isMac)} does={key.does} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}

function KeyLine({ keys, does }: { keys: string; does: string }): ReactNode {
  return (
    <>
      <dt>
        <kbd className={classes['key']}>{keys}</kbd>
      </dt>
      <dd>{does}</dd>
    </>
  )
}
