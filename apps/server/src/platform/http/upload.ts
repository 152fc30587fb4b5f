import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'

/** A file that has arrived whole; `name` is what the client called it and is not to be trusted. */
export type ReceivedFile = { path: string; name: string; size: number; sha256: Buffer }
export type Received<Form extends z.ZodType, File = ReceivedFile> = { fields: z.output<Form>; file: File }

export type UploadRules<Form extends z.ZodType> = {
  /** Checks the other fields; those left empty count as not sent. */
  form: Form
  /** Gives a fresh path for the file while it arrives. */
  temporary: () => Promise<string>
  /** Most bytes of the file, by the fields that came before it where they decide, and what is said of more. */
  maxBytes: number | ((fields: Record<string, unknown>) => number)
  tooLarge: Refusal
}

const FILE_FIELD = 'file'
const FIELD_BYTES = 16_384
const MOST_FIELDS = 20
/** What the fields and the boundaries of a form may weigh besides the file. */
const FORM_BYTES = 65_536

/**
 * Receives a multipart form with one file and hands it to `use`; the temporary file is gone afterwards, unless `use`
 * moved it away. Too large a file is refused while it arrives.
 * @throws ZodError when a field is wrong, and what ends a connection
 */
export function withUpload<Form extends z.ZodType, Result>(
  request: FastifyRequest,
  rules: UploadRules<Form>,
  use: (received: Received<Form>) => Promise<Result>,
): Promise<Result | Refusal> {
  return withForm(request, rules, async ({ fields, file }) => {
    if (file === null) return refuse('file_missing')
    return file.size === 0 ? refuse('file_empty') : use({ fields, file })
  })
}

/** The same of a form that may do without its file, which is for `use` to judge. */
export async function withForm<Form extends z.ZodType, Result>(
  request: FastifyRequest,
  rules: UploadRules<Form>,
  use: (received: Received<Form, ReceivedFile | null>) => Promise<Result>,
): Promise<Result | Refusal> {
  if (!request.isMultipart()) return refuse('unsupported_media_type')
  if (Number(request.headers['content-length'] ?? 0) > mostBytes(rules, {}) + FORM_BYTES) {
    drain(request)
    return rules.tooLarge
  }
  const path = await rules.temporary()
  try {
    const parts = await receiveParts(request, path, rules).catch(unlessTorn)
    if ('refused' in parts) return parts
    return await use({ fields: rules.form.parse(parts.fields), file: parts.file })
  } finally {
    drain(request)
    await rm(path, { force: true })
  }
}

const mostBytes = ({ maxBytes }: Pick<UploadRules<z.ZodType>, 'maxBytes'>, fields: Parts['fields']) =>
  typeof maxBytes === 'number' ? maxBytes : maxBytes(fields)

/** A browser shows no answer before it has sent everything, so what nobody wants is read and dropped. */
function drain(request: FastifyRequest): void {
  request.raw.unpipe()
  request.raw.resume()
}

/** A form that is no form: the parser throws plain errors, faults of ours and of the disk are of other kinds. */
function unlessTorn(fault: Error & { code?: string }): Refusal {
  if (fault.code !== undefined || fault.constructor !== Error) throw fault
  return refuse('malformed_request', { message: 'The form ends too early or cannot be read.' })
}

type Parts = { fields: Record<string, unknown>; file: ReceivedFile | null }

async function receiveParts(
  request: FastifyRequest,
  path: string,
  rules: Pick<UploadRules<z.ZodType>, 'maxBytes' | 'tooLarge'>,
): Promise<Parts | Refusal> {
  const parts: Parts = { fields: {}, file: null }
  const limits = {
    fileSize: mostBytes(rules, {}) + 1,
    files: 1,
    fields: MOST_FIELDS,
    parts: MOST_FIELDS + 1,
    fieldSize: FIELD_BYTES,
  }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      if (part.fieldname !== FILE_FIELD) return refuseField(part.fieldname, 'Unknown field')
      const received = await receiveFile(part.file, path, mostBytes(rules, parts.fields))
      if (received === null) return rules.tooLarge
      parts.file = { ...received, path, name: part.filename ?? '' }
    } else if (part.fieldname in parts.fields) {
      return refuseField(part.fieldname, 'Sent more than once')
    } else if (part.valueTruncated) {
      return refuseField(part.fieldname, 'Too long')
    } else if (part.value !== '') {
      parts.fields[part.fieldname] = part.value
    }
  }
  return parts
}

/** Writes and hashes the bytes as they come; null as soon as there are more than `maxBytes`. */
async function receiveFile(
  bytes: AsyncIterable<Buffer>,
  path: string,
  maxBytes: number,
): Promise<{ size: number; sha256: Buffer } | null> {
  const hash = createHash('sha256')
  const handle = await open(path, 'wx', 0o600)
  try {
    let size = 0
    for await (const chunk of bytes) {
      size += chunk.length
      if (size > maxBytes) return null
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    return { size, sha256: hash.digest() }
  } finally {
    await handle.close()
  }
}
