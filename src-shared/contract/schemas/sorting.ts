import { z } from 'zod'

/** Prefect's `FlowSort`. */
export const flowSort = z.enum(['CREATED_DESC', 'UPDATED_DESC', 'NAME_ASC', 'NAME_DESC'])

/** The type of {@link flowSort}. */
export type FlowSort = z.output<typeof flowSort>
