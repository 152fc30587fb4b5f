import type { Finding, House, Import, Module } from '../house.ts'
import { type Place, placeOf } from '../place.ts'

function allows(module: Module, target: Place, used: Import): boolean {
  if (module.layer !== 'features')
    return module.layer !== 'app' || module.side === 'web' || target.role === 'feature'
  if (module.feature === target.feature) return true
  const surface =
    module.side === 'server' ? target.role === 'feature' : /\/(api|model)\.ts$/.test(used.target ?? '')
  return used.typeOnly && surface
}

const advice = {
  app: 'app/features.ts composes a feature through its public surface: import its feature.ts.',
  server:
    'Features keep apart at run time: write `import type` from its feature.ts, ask for that surface in your own factory, and let app/features.ts hand it in.',
  web: 'Features keep apart at run time: let the page in app/routes compose the two (types from its api.ts or model.ts are fine).',
}

/** One feature never loads another: app/features.ts (on the web: a page) brings them together. */
export function featuresKeepApart(house: House): Finding[] {
  const findings: Finding[] = []
  for (const module of house.modules.values()) {
    if (module.side !== 'server' && module.side !== 'web') continue
    for (const used of module.imports) {
      const target = placeOf(used.target ?? '')
      if (target.layer !== 'features' || target.side !== module.side || allows(module, target, used)) continue
      const hint = module.layer === 'app' ? advice.app : advice[module.side]
      const says = `${module.feature ?? module.layer} reaches into ${used.target}. ${hint}`
      findings.push({ rule: 'features', file: module.path, line: used.line, says })
    }
  }
  return findings
}
