import type { Finding, House, Import, Module } from '../house.ts'
import { type Place, placeOf } from '../place.ts'

interface Layer {
  may: string[]
  advice: string
}

/** Who may import whom, from house.md. A layer may always import itself, except that features keep apart. */
const layers: Record<string, Layer> = {
  'server main': {
    may: ['app', 'platform', 'contract'],
    advice: 'main.ts reads the configuration and runs the app; let app/ do what concerns a feature.',
  },
  'server app': {
    may: ['features', 'platform', 'contract'],
    advice: 'app/ only composes; it needs features, platform and contract.',
  },
  'server features': {
    may: ['viewer', 'platform', 'contract', 'audio', 'mood'],
    advice: 'Ask for it in the factory in feature.ts, and let app/features.ts hand it in.',
  },
  'server viewer': {
    may: ['platform', 'contract'],
    advice: 'The viewer rule stands below all features: it knows tables, not their features.',
  },
  'server platform': {
    may: ['contract'],
    advice:
      'Platform has never heard of a concert. Take it as a parameter, or move this code into the feature.',
  },
  'web main': { may: ['app', 'ui', 'lib'], advice: 'main.tsx only mounts the app.' },
  'web app': {
    may: ['features', 'ui', 'lib', 'contract'],
    advice: 'Pages compose features, ui and lib.',
  },
  'web features': {
    may: ['ui', 'lib', 'contract', 'audio', 'mood'],
    advice: 'Let the page in app/routes compose the two, or move what both need to ui/ or lib/.',
  },
  'web ui': {
    may: ['lib'],
    advice:
      'The design system knows nothing of concerts. Take it as a prop, or move the component to its feature.',
  },
  'web lib': {
    may: ['contract'],
    advice: 'lib/ serves every feature. Move this code into the feature that needs it.',
  },
}

/** The files by which another layer enters a layer. */
const frontDoors: Record<string, string[]> = {
  // the shapes alone, the engine, its pictures for the browser, and the tagging model for whoever loads it
  audio: ['analysis', 'analyze', 'pictures', 'tags/yamnet'],
  // the words, the judgement of a window, the ranking of tracks, and the face reader for whoever loads its models
  mood: ['moods', 'judge', 'rank', 'face'],
}

const isAsset = /\.(?:css|json|svg|png|webp|woff2)$/

/** What platform may know of the contract: how things cross the wire, not which. */
const nounless = /\/(endpoint|errors|fields|ids|live|paging|system|tus)(\.ts)?$/

function problem(module: Module, target: Place, used: Import): string | undefined {
  const layer = layers[`${module.side} ${module.layer}`]
  if (!layer) return undefined
  const side = target.side === 'package' ? module.side : target.side
  if (side !== module.side)
    return 'The product imports nothing from another side of the house, tools or tests.'
  if (target.layer === module.layer) return undefined
  if (!layer.may.includes(target.layer)) return layer.advice
  if (module.layer === 'platform' && !nounless.test(used.target ?? '')) return layer.advice
  const doors = target.side === 'package' ? frontDoors[target.layer] : undefined
  const within = used.target?.replace(`packages/${target.layer}/src/`, '').replace(/\.ts$/, '')
  if (doors && !doors.includes(within ?? '')) {
    return `Enter ${target.layer} by its front door: ${doors.map((door) => `${door}.ts`).join(', ')}.`
  }
  return undefined
}

function strangers(house: House): Finding[] {
  const stray = [...house.modules.values()].filter(
    ({ side, layer, path }) =>
      (side === 'server' || side === 'web') && !layers[`${side} ${layer}`] && !/\.(gen|d)\.tsx?$/.test(path),
  )
  return stray.map(({ path, side }) => {
    const rooms =
      side === 'server'
        ? 'main.ts, app.ts, app/, features/, viewer/ and platform/'
        : 'main.tsx, app/, features/, ui/ and lib/'
    return {
      rule: 'layers',
      file: path,
      line: 1,
      says: `No room for this file: apps/${side}/src holds ${rooms}.`,
    }
  })
}

/** Imports point downwards: main → app → features → (viewer →) platform, or ui and lib → contract. */
export function layersPointDown(house: House): Finding[] {
  const findings = strangers(house)
  for (const module of house.modules.values()) {
    for (const used of module.imports) {
      if (used.target === undefined || isAsset.test(used.target)) continue
      const advice = problem(module, placeOf(used.target), used)
      if (advice === undefined) continue
      const says = `${module.layer} imports ${used.target}. ${advice}`
      findings.push({ rule: 'layers', file: module.path, line: used.line, says })
    }
  }
  return findings
}
