/** Where a file lives: which side of the house, which layer of it, and inside a feature which role. */
export interface Place {
  side: 'server' | 'web' | 'package' | 'test' | 'elsewhere'
  layer: string
  feature?: string
  /** The file's role in a server feature: `store` for store.ts, `actions` for everything under actions/. */
  role?: string
  /** A part of a server feature that has a folder of its own, and in it the same roles. */
  part?: string
}

/** Folders of a feature that are named after a role; one of another name is a part of the feature. */
const folders = new Set(['actions', 'routes', 'rules', 'store', 'views'])

function withinFeature(side: 'server' | 'web', rest: string[]): Place {
  const [feature = '', first = '', second] = rest
  const place: Place = { side, layer: 'features', feature }
  if (side === 'web') return place
  const isPart = second !== undefined && !folders.has(first)
  return { ...place, role: (isPart ? second : first).replace(/\.ts$/, ''), ...(isPart && { part: first }) }
}

/** Classifies a path relative to the repository, with forward slashes. */
export function placeOf(path: string): Place {
  if (/\.(test|suite)\.tsx?$/.test(path) || path.startsWith('apps/server/test/'))
    return { side: 'test', layer: 'test' }
  const [area, name = '', src, first = '', ...rest] = path.split('/')
  if (src !== 'src') return { side: 'elsewhere', layer: area ?? '' }
  if (area === 'packages') return { side: 'package', layer: name }
  if (area !== 'apps' || (name !== 'server' && name !== 'web'))
    return { side: 'elsewhere', layer: area ?? '' }
  if (first === 'features') return withinFeature(name, rest)
  return { side: name, layer: rest.length === 0 ? first.replace(/\.tsx?$/, '') : first }
}
