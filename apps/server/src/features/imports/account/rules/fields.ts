import { ChosenAudience } from '@sharemyshows/contract/fields'
import { z } from 'zod'
import type { Problem } from '../../kinds.ts'
import { sentenceOf } from '../../rules.ts'

/** Clocks of two servers may differ by so much. */
const DAY_MS = 86_400_000
const FIRST = Date.UTC(1900)
const LAST = Date.UTC(2200)

/** A moment, written as we write it. */
export const Moment = z
  .string()
  .max(40)
  .refine((text) => Date.parse(text) >= FIRST && Date.parse(text) < LAST, 'There is no such time')
  .transform((text) => new Date(text).toISOString())

/** A moment that was: what was done tomorrow is not believed. */
export const Past = Moment.refine(
  (text) => Date.parse(text) <= Date.now() + DAY_MS,
  'This lies in the future',
)

/** When something was made; nothing was before there were computers that count from then. */
export const MadeAt = Past.refine((text) => Date.parse(text) >= 0, 'There is no such time')

/** Whom something is for; those who cannot be chosen today are nobody. */
export const AudienceBrought = z
  .enum(['private', 'people', 'friends', 'attendees', 'link', 'public'])
  .transform((audience) => ChosenAudience.safeParse(audience).data ?? 'private')

/** What is wrong with an item, by its fields; a few of them say enough. Undefined is what was no JSON. */
export const problemsOf = (item: unknown, error: z.ZodError, within = ''): Problem[] =>
  item === undefined ? [{ field: within || 'row', message: 'This cannot be read.' }] : fieldsOf(error, within)

const fieldsOf = (error: z.ZodError, within: string): Problem[] =>
  error.issues.slice(0, 5).map(({ path, message }) => ({
    field: [within, ...path].filter((part) => part !== '').join('.'),
    message: sentenceOf(String(path.at(-1)), message),
  }))
