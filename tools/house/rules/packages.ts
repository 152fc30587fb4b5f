import type { Finding, House, Import, Module } from '../house.ts'
import { placeOf } from '../place.ts'

/** The one library that the contract is written in. */
const contractLibraries = /^zod(\/.*)?$/

function objection(module: Module, used: Import): string | undefined {
  if (used.target !== undefined) {
    const target = placeOf(used.target)
    if (target.side === 'package' && target.layer === module.layer) return undefined
    return `The package ${module.layer} imports ${used.target}. Packages import nothing of ours: hand the value in as a parameter.`
  }
  if (used.specifier.startsWith('node:')) {
    return `The package ${module.layer} imports ${used.specifier}. Packages run in Node and in the browser and do no I/O: hand bytes or numbers in.`
  }
  if (module.layer === 'contract' && !contractLibraries.test(used.specifier)) {
    return `The contract imports ${used.specifier}. It is data for server and web alike and needs only zod.`
  }
  return undefined
}

function byRelativePath(module: Module, used: Import): string | undefined {
  const target = placeOf(used.target ?? '')
  // tests of a package lie in it, too
  const isOther = target.side === 'package' && !module.path.startsWith(`packages/${target.layer}/`)
  if (!isOther || !used.specifier.startsWith('.')) return undefined
  return `Import ${used.target} by its package name, @sharemyshows/${target.layer}, not by a path through the tree.`
}

/** contract, audio and mood import nothing of ours, do no I/O, and are imported by their names. */
export function packagesStandAlone(house: House): Finding[] {
  const findings: Finding[] = []
  for (const module of house.modules.values()) {
    for (const used of module.imports) {
      const own = module.side === 'package' ? objection(module, used) : undefined
      const says = own ?? byRelativePath(module, used)
      if (says) findings.push({ rule: 'packages', file: module.path, line: used.line, says })
    }
  }
  return findings
}
