import { type Refusal as Problem, type ProblemCode, refuse as problem } from '@sharemyshows/contract/errors'

/** Why a file is no photo of ours; the list is closed. */
export type RefusalReason =
  | 'not_an_image'
  | 'unsupported'
  | 'too_many_pixels'
  | 'too_many_frames'
  | 'too_slow'
  | 'corrupt'

/** An expected "no"; the message is a sentence for the person who sent the file. */
export type Refusal = { ok: false; reason: RefusalReason; message: string }

const MESSAGES: Record<RefusalReason, string> = {
  not_an_image: 'This is not a photo: only PNG, JPEG, GIF, WebP, HEIC and AVIF are.',
  unsupported: 'This photo is compressed in a way that cannot be read here; save it as JPEG.',
  too_many_pixels: 'This photo has too many pixels.',
  too_many_frames: 'This animation has too many frames.',
  too_slow: 'This photo took too long to read.',
  corrupt: 'This photo is damaged or incomplete.',
}

export function refuse(reason: RefusalReason): Refusal {
  return { ok: false, reason, message: MESSAGES[reason] }
}

/** The refusal for an error that a decoder threw at a file. */
export function refusalOf(error: unknown): Refusal {
  const slow = error instanceof Error && /timeout/i.test(error.message)
  return refuse(slow ? 'too_slow' : 'corrupt')
}

const CODES: Record<RefusalReason, ProblemCode> = {
  not_an_image: 'unsupported_format',
  unsupported: 'unsupported_format',
  too_many_pixels: 'too_many_pixels',
  too_many_frames: 'too_many_pixels',
  too_slow: 'file_corrupt',
  corrupt: 'file_corrupt',
}

/** The same "no", as it is told to whoever sent the file. */
export const problemOf = ({ reason, message }: Refusal): Problem => problem(CODES[reason], { message })
