import type { contract } from '../../src-shared/contract/contract.ts'
import type { ModelOf } from '../database/model.ts'

type Ledger = ModelOf<typeof contract.slotLedger>

const readSlotLedger: Ledger['readSlotLedger'] = () =>
  Promise.resolve({
    acquisitions: [],
    acquiredCount: 0,
    releasedCount: 0,
    openSlots: 0,
    oldestEvent: null,
  })

/** Placeholder, to be written. */
export const slotLedger: Ledger = { readSlotLedger }
