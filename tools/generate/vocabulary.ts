/** Words that names are made of. */
export const systems = ['crm', 'billing', 'shop', 'sensors', 'ads', 'search', 'ledger'] as const

/** What a flow is about. */
export const subjects = [
  'orders',
  'customers',
  'invoices',
  'sessions',
  'prices',
  'embeddings',
  'stock',
] as const

/** What a flow does. */
export const jobs = ['sync', 'export', 'import', 'train', 'report', 'cleanup', 'backup'] as const

/** What a task does. Each flow has a few of them, in turn. */
export const tasks = ['extract', 'validate', 'transform', 'load', 'publish', 'notify'] as const

/** First half of a run's name. */
export const adjectives = ['amber', 'brave', 'calm', 'daring', 'eager', 'fancy', 'gentle'] as const

/** Second half of a run's name. */
export const animals = [
  'badger',
  'condor',
  'dolphin',
  'earwig',
  'falcon',
  'gecko',
  'otter',
] as const

/** Tags of all of a flow's runs, by chance: one run of ten is tagged `gpu`. */
export const runTags: readonly (readonly string[])[] = [
  [],
  ['nightly'],
  ['nightly', 'etl'],
  ['hourly'],
  ['prod', 'etl'],
  ['prod', 'Überwachung'],
  ['staging'],
  ['gpu', 'ml'],
  [],
  ['prod'],
]
