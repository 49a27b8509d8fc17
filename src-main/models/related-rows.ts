/** So many rows are asked for by one statement. */
const chunkSize = 1_000

/**
 * The rows that other rows name, by their id: asked for together, never one by one. Ids that are null
 * or name no row have none.
 *
 * @param read - answers the rows of a list of different ids.
 */
export async function rowsById<Row extends { id: string }>(
  ids: Iterable<string | null>,
  read: (ids: readonly string[]) => Promise<Row[]>,
): Promise<ReadonlyMap<string | null, Row>> {
  const found = new Map<string | null, Row>()
  const different = [...new Set(ids)].filter((id) => id !== null)
  for (let start = 0; start < different.length; start += chunkSize) {
    for (const row of await read(different.slice(start, start + chunkSize))) found.set(row.id, row)
  }
  return found
}
