import fastJsonStringify from 'fast-json-stringify'
import { z } from 'zod'

type Json = { [key: string]: unknown }

/** `anyOf [x, null]` costs the serialiser a validation of each branch; `nullable` costs a comparison. */
function nullableInPlace(node: Json): void {
  const branches = node.anyOf as Json[] | undefined
  if (branches?.length !== 2 || !branches.some((branch) => branch.type === 'null')) return
  const [value] = branches.filter((branch) => branch.type !== 'null') as [Json]
  delete node.anyOf
  Object.assign(node, value, { nullable: true })
}

function plain(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plain)
  if (typeof node !== 'object' || node === null) return node
  const copy: Json = {}
  for (const [key, value] of Object.entries(node)) {
    if (key === 'format' || key === 'pattern' || key === 'example' || key === 'id') continue
    copy[key] = key === 'properties' ? mapValues(value as Json) : plain(value)
  }
  nullableInPlace(copy)
  return copy
}

const mapValues = (properties: Json): Json =>
  Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, plain(value)]))

type Serializer = (data: unknown) => string
const made = new WeakMap<z.ZodType, Serializer>()

function make(schema: z.ZodType): Serializer {
  const json = z.toJSONSchema(schema, { io: 'output', reused: 'inline', unrepresentable: 'any' }) as Json
  delete json.$schema
  return fastJsonStringify(plain(json) as Parameters<typeof fastJsonStringify>[0])
}

/**
 * Compiles a contract schema into a serialiser. Only what the contract names leaves the server: whatever else an
 * object holds is dropped. It is compiled by the first answer that needs it: all of them take seconds, one some
 * milliseconds.
 */
export function compileSerializer(schema: z.ZodType): Serializer {
  return (data) => {
    const serializer = made.get(schema) ?? make(schema)
    made.set(schema, serializer)
    return serializer(data)
  }
}
