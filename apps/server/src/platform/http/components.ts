type Json = Record<string, unknown>
const PREFIX = '#/components/schemas/'

/** Every component a part of the document refers to, directly or through others. */
function reachable(node: unknown, schemas: Json, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const inner of node) reachable(inner, schemas, found)
  else if (typeof node === 'object' && node !== null) {
    const ref = (node as Json).$ref
    const name = typeof ref === 'string' && ref.startsWith(PREFIX) ? ref.slice(PREFIX.length) : null
    if (name !== null && !found.has(name)) reachable(schemas[name], schemas, found.add(name))
    for (const inner of Object.values(node)) reachable(inner, schemas, found)
  }
  return found
}

/**
 * The zod transform writes each schema twice, as `X` (answers) and `XInput` (requests). Keeps what is referred to, and
 * calls a request's schema `X` again where no answer differs from it.
 */
export function tidyComponents(document: Json): Json {
  const schemas = (document.components as Json).schemas as Json
  const used = reachable(document.paths, schemas)
  const renamed = new Map<string, string>()
  for (const name of used) {
    const plain = name.replace(/Input$/, '')
    const twin = JSON.stringify(schemas[plain]) === JSON.stringify(schemas[name]).replaceAll(/Input"/g, '"')
    if (plain !== name && plain in schemas && (!used.has(plain) || twin)) renamed.set(name, plain)
  }
  const kept = [...used].map((name) => [renamed.get(name) ?? name, schemas[name]] as const)
  kept.sort(([a], [b]) => a.localeCompare(b))
  const tidied = {
    ...document,
    components: { ...(document.components as Json), schemas: Object.fromEntries(kept) },
  }
  const text = JSON.stringify(tidied).replaceAll(/"#\/components\/schemas\/(\w+)"/g, (_all, name) => {
    return `"${PREFIX}${renamed.get(name) ?? name}"`
  })
  return JSON.parse(text) as Json
}
