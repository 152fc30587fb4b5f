/** Where a file lives: which side of the house, which layer of it, and inside a feature which role. */
export interface Place {
  side: 'server' | 'web' | 'package' | 'test' | 'elsewhere'
  layer: string
  feature?: string
  /** The file's part in a server feature: `store` for store.ts, `actions` for everything under actions/. */
  role?: string
}

function withinFeature(side: 'server' | 'web', rest: string[]): Place {
  const [feature = '', first = ''] = rest
  const place: Place = { side, layer: 'features', feature }
  return side === 'server' ? { ...place, role: first.replace(/\.ts$/, '') } : place
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
