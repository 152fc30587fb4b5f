import { z } from 'zod'
import type { Random } from '../seed/random.ts'

type Json = { [key: string]: unknown }

/** A piece of JSON text that stands for itself, such as 1e400. */
export class Raw {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** Like JSON.stringify, but pieces of text are kept as they are and `__proto__` is a key like any other. */
export function write(value: unknown): string {
  if (value instanceof Raw) return value.text
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{${Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${write(inner)}`)}}`
}

const inputs = new WeakMap<z.ZodType, Json>()

/** What a schema asks of a sender, as JSON Schema. */
export function inputOf(schema: z.ZodType): Json {
  const known = inputs.get(schema)
  if (known !== undefined) return known
  const json = z.toJSONSchema(schema, { io: 'input', reused: 'inline', unrepresentable: 'any' }) as Json
  const made = inlined(json, (json.$defs ?? {}) as Record<string, Json>)
  inputs.set(schema, made)
  return made
}

/** Named schemas stand apart and are referred to; here each is put where it is used. */
function inlined(node: Json, named: Record<string, Json>): Json {
  const { $ref, $defs, ...rest } = node
  const name = typeof $ref === 'string' ? $ref.split('/').at(-1) : undefined
  const target = name === undefined ? {} : inlined(named[name] ?? {}, named)
  const own = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, key === 'example' ? value : inlinedValue(value, named)]),
  )
  return { ...target, ...own }
}

function inlinedValue(value: unknown, named: Record<string, Json>): unknown {
  if (Array.isArray(value)) return value.map((inner) => inlinedValue(inner, named))
  return typeof value === 'object' && value !== null ? inlined(value as Json, named) : value
}

/** Names of the fields an object takes. */
export const fieldsOf = (schema: Json): string[] => Object.keys((schema.properties ?? {}) as Json)

const words = ['Spinvis', 'one more song', 'Björk', 'a', '2024-12-01', '20:00', 'Utrecht', 'NL', 'encore']

function number(schema: Json, random: Random): number {
  const { minimum = 0, maximum = 50 } = schema as { minimum?: number; maximum?: number }
  const [low, high] = [Math.max(minimum, -1000), Math.min(maximum, 1000)]
  return schema.type === 'integer' ? random.whole(low, high) : random.between(low, high)
}

/**
 * A value that a schema may well take: ids are real ones, and texts with a rule of their own come from its example.
 */
export function sample(schema: Json, random: Random, anyId: () => string): unknown {
  if (schema.const !== undefined) return schema.const
  if (Array.isArray(schema.enum)) return random.pick(schema.enum)
  const branches = (schema.anyOf ?? schema.oneOf ?? schema.allOf) as Json[] | undefined
  if (branches !== undefined) return sample(random.pick(branches), random, anyId)
  if (schema.format === 'uuid') return anyId()
  switch (schema.type) {
    case 'object': {
      const required = (schema.required ?? []) as string[]
      const example = (schema.example ?? {}) as Json
      // everything at once hardly ever fits together, so half of the time only what the example has
      const more = random.chance(0.5) ? 0.3 : 0
      const names = fieldsOf(schema).filter(
        (name) => required.includes(name) || name in example || random.chance(more),
      )
      const properties = schema.properties as Record<string, Json>
      return Object.fromEntries(
        names.map((name) => [
          name,
          name in example && properties[name]?.format !== 'uuid' && random.chance(0.7)
            ? example[name]
            : sample(properties[name] as Json, random, anyId),
        ]),
      )
    }
    case 'array':
      if (Array.isArray(schema.prefixItems)) {
        return schema.prefixItems.map((item) => sample(item as Json, random, anyId))
      }
      return Array.from({ length: random.whole(0, 3) }, () =>
        sample((schema.items ?? {}) as Json, random, anyId),
      )
    case 'integer':
    case 'number':
      return number(schema, random)
    case 'boolean':
      return random.chance(0.5)
    case 'null':
      return null
    default:
      return schema.example ?? random.pick(words)
  }
}
