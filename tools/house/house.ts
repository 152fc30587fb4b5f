import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { type Parsed, parse, type WrittenImport } from './parse.ts'
import { type Place, placeOf } from './place.ts'

export interface Import extends WrittenImport {
  /** The file of this repository that is meant, relative to its root; undefined for a library. */
  target: string | undefined
}

export interface Module extends Place {
  path: string
  text: string
  imports: Import[]
  writes: Parsed['writes']
}

/** The product's sources: what the rules look at. Paths are relative to the repository, with forward slashes. */
export interface House {
  files: string[]
  modules: Map<string, Module>
}

/** What a rule has to say about one line of one file. */
export interface Finding {
  rule: string
  file: string
  line: number
  says: string
}

export type Rule = (house: House) => Finding[]

const scope = '@sharemyshows/'

function* filesUnder(root: string, folder: string): Generator<string> {
  if (!existsSync(join(root, folder))) return
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist') continue
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* filesUnder(root, path)
    else yield path
  }
}

/** The path an import means before extensions are tried, or undefined for a library. */
function meantBy(specifier: string, from: string): string | undefined {
  const bare = specifier.replace(/\?.*$/, '')
  if (bare.startsWith('.')) return posix.join(dirname(from), bare)
  if (bare.startsWith('@/')) return `apps/web/src/${bare.slice(2)}`
  if (!bare.startsWith(scope)) return undefined
  const [name, ...rest] = bare.slice(scope.length).split('/')
  return `packages/${name}/src/${rest.join('/') || 'index'}`
}

function resolver(files: Set<string>) {
  return (specifier: string, from: string): string | undefined => {
    const meant = meantBy(specifier, from)
    if (meant === undefined) return undefined
    const candidates = [meant, `${meant}.ts`, `${meant}.tsx`, `${meant}/index.ts`, `${meant}/index.tsx`]
    return candidates.find((candidate) => files.has(candidate)) ?? meant
  }
}

/**
 * Reads apps/ and packages/ under `root`.
 * @throws Error when a TypeScript file cannot be parsed.
 */
export function readHouse(root: string): House {
  const files = [...filesUnder(root, 'apps'), ...filesUnder(root, 'packages')].sort()
  const resolve = resolver(new Set(files))
  const modules = new Map<string, Module>()
  for (const path of files.filter((file) => /\.tsx?$/.test(file))) {
    const text = readFileSync(join(root, path), 'utf8')
    const { imports, writes } = parse(path, text)
    const resolved = imports.map((one) => ({ ...one, target: resolve(one.specifier, path) }))
    modules.set(path, { path, text, imports: resolved, writes, ...placeOf(path) })
  }
  return { files, modules }
}
