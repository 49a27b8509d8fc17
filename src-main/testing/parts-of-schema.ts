import { z } from 'zod'

/** Every part that a schema lets be set, by its path. */
export function partsOfSchema(schema: unknown, path: string): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return partsOfSchema(schema.unwrap(), path)
  if (schema instanceof z.ZodDefault) return partsOfSchema(schema.unwrap(), path)
  if (!(schema instanceof z.ZodObject)) return [path]
  return Object.entries(schema.shape).flatMap(([key, part]) =>
    partsOfSchema(part, `${path}.${key}`),
  )
}
