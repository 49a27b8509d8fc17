/** `[area, operation, parsed input]`: made by `createApi` and nowhere else. */
export type OperationKey = readonly [area: string, operation: string, input: unknown]
