import type { ImportColumn, ImportField, ImportMapping } from '@sharemyshows/contract/imports'

/**
 * What changes when a column is given another meaning, or none. By the names of fields, for a column may be called like
 * one; what is not named stays as it is, and a field without a column is said by none.
 */
export function changeOf(column: ImportColumn, field: ImportField | null): ImportMapping {
  if (field !== null) return { [field]: column.name }
  return column.field === null ? {} : { [column.field]: '' }
}

/** The columns as they are meant once that change is made, for whoever waits for it. */
export function columnsAfter(columns: readonly ImportColumn[], change: ImportMapping): ImportColumn[] {
  return columns.map((column) => {
    const [meant] = Object.entries(change).find(([, name]) => name === column.name) ?? []
    if (meant !== undefined) return { ...column, field: meant as ImportField }
    const taken = column.field !== null && change[column.field] !== undefined
    return taken ? { ...column, field: null } : column
  })
}
