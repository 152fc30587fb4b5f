import { z } from 'zod'

const empty = (value: unknown) => (value === '' ? undefined : value)

/** A setting that may be missing; one left empty is. */
export const optional = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.optional())

/** A setting that has a value when it is missing or left empty. */
export const withDefault = <T extends z.ZodType>(schema: T, value: z.input<T>) =>
  z.preprocess((given) => empty(given) ?? value, schema)

const isOrigin = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).pathname === '/'

/** `https://shows.example.org`, without a path. */
export const origin = z
  .string()
  .refine(isOrigin, 'must be an origin such as https://shows.example.org, without a path')
  .transform((text) => (URL.canParse(text) ? new URL(text).origin : text))
