import { type Exception, withoutExceptions } from './exceptions.ts'
import { type Finding, type Rule, readHouse } from './house.ts'
import { noCycles } from './rules/cycles.ts'
import { featuresKeepApart } from './rules/features.ts'
import { generatedHasItsPlace } from './rules/generated.ts'
import { layersPointDown } from './rules/layers.ts'
import { migrationsGoForward } from './rules/migrations.ts'
import { packagesStandAlone } from './rules/packages.ts'
import { rolesInsideFeatures } from './rules/roles.ts'
import { oneWriterPerTable } from './rules/sql.ts'

const rules: Rule[] = [
  layersPointDown,
  featuresKeepApart,
  rolesInsideFeatures,
  packagesStandAlone,
  oneWriterPerTable,
  noCycles,
  migrationsGoForward,
  generatedHasItsPlace,
]

/** Everything in the tree under `root` that breaks a rule of the house and is not excepted, by file and line. */
export function checkHouse(root: string, excepted: Exception[]): Finding[] {
  const house = readHouse(root)
  const findings = rules.flatMap((rule) => rule(house))
  return withoutExceptions(findings, excepted).sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
}
