import { z } from 'zod'
import { optional, withDefault } from './values.ts'

/** Where the models were published. */
const PUBLISHED = 'https://raw.githubusercontent.com/google-coral/coralmicro/main/models/'

const isAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

export const modelEnvironment = {
  MODELS_DIR: optional(z.string()),
  MODELS_URL: withDefault(
    z
      .string()
      .refine(
        (text) => text === 'off' || isAddress(text),
        'must be "off" or like https://models.example.org/audio/',
      )
      .transform((text) => (text === 'off' ? null : text)),
    PUBLISHED,
  ),
}
