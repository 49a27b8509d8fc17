import type { DatabaseFile } from './build-database.ts'

/** An input of `flows.readFlows` and `flows.countFlows` that takes minutes on {@link addEndlessFlow}'s flow. */
export const endless = { flows: { name: { like_: 'a'.repeat(45_000) + 'b' } } }

/** Adds a flow whose name almost fits {@link endless} at each of its four million characters. */
export function addEndlessFlow(file: DatabaseFile): void {
  file.add.flow({ name: 'a'.repeat(4_000_000) })
}
