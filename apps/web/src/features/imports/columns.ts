import type { ImportColumn, ImportField, ImportMapping } from '@sharemyshows/contract/imports'

/** The mapping when a column is given another meaning; no two columns mean the same. */
export function remapped(
  columns: readonly ImportColumn[],
  column: string,
  field: ImportField | null,
): ImportMapping {
  const kept = columns.filter((one) => one.name !== column && one.field !== null && one.field !== field)
  const mapping: ImportMapping = Object.fromEntries(kept.map((one) => [one.field, one.name]))
  return field === null ? mapping : { ...mapping, [field]: column }
}
