/** Every revision of Prefect's SQLite schema that this Sluice knows, oldest first (Prefect's alembic chain). */
export const revisions: readonly string[] = `
9725c1cbee35 619bea85701a 7c91cb86dc4e 28ae48128c75 4c4a6a138053 e1ff4973a9eb f327e877e423 c8ff35f94028
71a57ec351d1 7f5f335cace3 db6bde582447 fd966d4ad99c b75d279ba985 888a0bb0df7b 33439667aeea e73c6f1fe752
d76326ed0d06 f65b6ad0b869 84892301571a 2d900af9cd07 9e2a1c08c6f1 a205b458d997 dff8da7a6c2c 42762c37b7bc
3bd87ecdac38 e2dae764a603 061c7e518b40 638cbcc2a158 56be24fdb383 628a873f0d1a 2fe8ef6a6514 f335f9633eec
88c2112b668f 905134444e17 24bb2e4a195c 53c19b31aa09 296e2665785f 575634b7acd4 e757138e954a 22b7cb02e593
ad4b1b4d1e9d fa319f214160 3ced59d8806b af52717cf201 a0284438370e 4f90ad6349bd 7201de756d85 fe77ad0dda06
bb38729c471a f92143d30c24 f92143d30c25 f92143d30c26 f92143d30c27 b9bda9f142f1 1678f2fb8b33 bfe42b7090d6
8d148e44e669 f3df94dca3cc cf1159bd0d3c 1d7441c031d0 b9aafc3ab936 422f8ba9541d 553920ec20e9 3e1eb8281d5e
340f457b315f 3d46e23593d6 2dbcec43c857 5b0bd3b41a23 c2d001b7dd06 ef674d598dd3 8167af8df781 05ea6f882b1d
f3165ae0a213 cef24af2ec34 22ef3915ccd8 9c493c02ca6d a299308852a7 35659cc49969 c63a0a6dc787 265eb1a2da4c
342220764f0b bacc60edce16 07ed05dfd4ec 8644a9595a08 cc510aec4689 2b6c2b548f95 824e9edafa60 75c8f17b8b51
a8e62d4c72cf 20fbd53b3cef 2ac65f1758c2 354f1ede7e9f f93e1439f022 7d6350aea855 4ad4658cbefe 5952a5498b51
a49711513ad4 67f886da208e 07ecde74d74d 3457c6ca2360 bbca16f6f218 7655f31c5157 3c841a1800a1 bb2345678901
8bb517bae6f9 9e83011d1f2a a1b2c3d4e5f7 4dfa692e02a7 2095de406cbe 79e7a60e43d8 14806cb26270 f416ea180ae1
a3b9c7d2e5f1 8f5eda7c1dd7 27d8f4e1a6c9`
  .trim()
  .split(/\s+/)

/** The first revision with the column `labels`, and the oldest that Sluice writes to. */
export const firstWithLabels = '5952a5498b51'

/** The revision that moved the tag limits from `concurrency_limit` to `concurrency_limit_v2`. */
export const firstWithV2TagLimits = '9e83011d1f2a'

const firstReleases: Readonly<Record<string, string>> = {
  f93e1439f022: '3.0.0',
  '7d6350aea855': '3.0.3',
  '4ad4658cbefe': '3.0.3',
  '5952a5498b51': '3.1.5',
  a49711513ad4: '3.1.6',
  '67f886da208e': '3.2.0',
  '07ecde74d74d': '3.2.0',
  '3457c6ca2360': '3.2.14',
  bbca16f6f218: '3.2.15',
  '7655f31c5157': '3.4.0',
  '3c841a1800a1': '3.4.1',
  bb2345678901: '3.4.7',
  '8bb517bae6f9': '3.4.7',
  '9e83011d1f2a': '3.4.19',
  a1b2c3d4e5f7: '3.6.19',
  '4dfa692e02a7': '3.6.21',
  '2095de406cbe': '3.7.0',
  '79e7a60e43d8': '3.7.5',
  '14806cb26270': '3.8.0',
  f416ea180ae1: '3.8.4',
  a3b9c7d2e5f1: '3.8.8',
  '8f5eda7c1dd7': '3.9.0',
  '27d8f4e1a6c9': '3.9.1',
}

/** The position of a revision, 0 the oldest; -1 for one that is not known. */
export function revisionIndex(revision: string): number {
  return revisions.indexOf(revision)
}

/** True for a known revision that is `than` or comes after it. */
export function isAtLeast(revision: string, than: string): boolean {
  return revisionIndex(revision) >= revisionIndex(than)
}

/** Columns that came later than Prefect 3.0: the revision that made them, and what stands for them before. */
const laterColumns: readonly { name: string; since: string; stands: string | null }[] = [
  { name: 'deployment.concurrency_options', since: '7d6350aea855', stands: null },
  { name: 'deployment.concurrency_limit_id', since: '4ad4658cbefe', stands: null },
  { name: 'labels', since: firstWithLabels, stands: null },
  { name: 'deployment_schedule.parameters', since: '67f886da208e', stands: '{}' },
  { name: 'deployment_schedule.slug', since: '07ecde74d74d', stands: null },
]

/**
 * The columns that a file of a known revision does not have yet, with the value that stands for each:
 * `table.column`, or `column` where it is missing in every table.
 */
export function missingColumns(revision: string): ReadonlyMap<string, string | null> {
  if (revisionIndex(revision) < 0) return new Map()
  const missing = laterColumns.filter(({ since }) => !isAtLeast(revision, since))
  return new Map(missing.map(({ name, stands }) => [name, stands]))
}

/** The first Prefect release with this revision, `2.x` before 3.0; null for one that is not known. */
export function firstRelease(revision: string): string | null {
  const index = revisionIndex(revision)
  if (index < 0) return null
  return firstReleases[revision] ?? '2.x'
}
