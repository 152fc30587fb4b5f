import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import { BadZip, type Packed, unpack } from '../../../../platform/files/unzip.ts'

/** A fresh path beside the files that are kept. */
export type Temporary = () => Promise<string>

/** Writes a file of an archive to a path of ours, and gives its SHA-256; refused where it cannot be read. */
export async function takeOut(
  archive: string,
  packed: Packed,
  path: string,
  signal: AbortSignal,
): Promise<{ sha256: Buffer } | Refusal> {
  const hash = createHash('sha256')
  const hashed = async function* () {
    for await (const chunk of unpack(archive, packed)) {
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    await pipeline(hashed, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal })
    return { sha256: hash.digest() }
  } catch (error) {
    if (error instanceof BadZip)
      return refuse('file_corrupt', { message: 'Its file in the archive is damaged.' })
    if (isFull(error)) return refuse('storage_full', { message: FULL })
    throw error
  }
}

export const FULL = 'The server’s disk is full.'

/** True where there is no room for another file; what came before stays. */
export const isFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'STORAGE_FULL'].includes((error as { code?: string }).code ?? '')
