import { z } from 'zod'

/** The tag screen's part of the address: what is searched and sorted by. */
export const tagsSearch = z.object({
  name: z.string().optional().catch(undefined),
  sort: z.string().optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
})

/** The type of {@link tagsSearch}. */
export type TagsSearch = z.output<typeof tagsSearch>
