import type { Labelled } from '../../../src-shared/contract/schemas/facet.ts'
import type { FilterGroup, FilterPart } from '../../lib/filter-body.ts'

/** The chip that is open to be edited; it may have no value yet. */
export type OpenChip =
  | { kind: 'field'; group: FilterGroup; key: string; leaf?: string | undefined }
  | { kind: 'label'; of: Labelled; index: number }

/** Opens a chip, or closes the one that is open. */
export type SetOpenChip = (open: OpenChip | null) => void

/** The parts of a body with the field that is being added to them. */
export function withOpenField(
  parts: readonly FilterPart[],
  open: OpenChip | null,
  groups: readonly FilterGroup[],
): FilterPart[] {
  if (open?.kind !== 'field') return [...parts]
  const { group, key } = open
  const part = parts.find((one) => one.group === group) ?? {
    group,
    operator: 'and_' as const,
    fields: [],
  }
  if (part.fields.some((field) => field.key === key)) return [...parts]
  const added = { ...part, fields: [...part.fields, { key, value: undefined }] }
  const all = [...parts.filter((one) => one.group !== group), added]
  return all.toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group))
}
