import type { Finding, House, Module } from '../house.ts'

function mayWrite(module: Module): boolean {
  return module.layer === 'platform' || (module.layer === 'features' && module.role === 'store')
}

function writesElsewhere(modules: Module[]): Finding[] {
  return modules
    .filter((module) => !mayWrite(module))
    .flatMap((module) =>
      module.writes.map(({ table, line }) => ({
        rule: 'sql-writers',
        file: module.path,
        line,
        says: `Writes ${table ?? 'a table'} outside a store. Add a verb to store.ts of the feature that owns the table, and call that in the same transaction.`,
      })),
    )
}

function sharedTables(modules: Module[]): Finding[] {
  const owners = new Map<string, string>()
  const findings: Finding[] = []
  for (const { feature, role, path, writes } of modules) {
    if (feature === undefined || role !== 'store') continue
    for (const { table, line } of writes) {
      if (table === undefined) continue
      const owner: string = owners.get(table) ?? feature
      owners.set(table, owner)
      if (owner === feature) continue
      const says = `Writes ${table}, which ${owner} owns. Ask ${owner} for a surface that does it, handed in by app/features.ts, or listen to its facts.`
      findings.push({ rule: 'sql-writers', file: path, line, says })
    }
  }
  return findings
}

/** A table is written by one store only, and by nothing else. */
export function oneWriterPerTable(house: House): Finding[] {
  const modules = [...house.modules.values()].filter(({ side }) => side === 'server')
  return [...writesElsewhere(modules), ...sharedTables(modules)]
}
