import { DetailedError, type HttpResponse, Upload as Tus, type UploadOptions } from 'tus-js-client'
import { ApiProblem, problemIn, silence } from '@/lib/problem'
import { renewSession } from '@/lib/renewal'
import type { Arrived, Sending } from './sending'
import type { Upload } from './upload-item'
import { PART_BYTES } from './upload-part'

/** A network that moves nothing for so long is taken for dead, and tried anew. */
const SILENCE_MS = 45_000
const ENDPOINT = '/api/v1/uploads'

/** Sends the bytes that the server lacks. Gives what they have become there if it had them all before. */
export async function sendByTus(sending: Sending): Promise<Arrived | undefined> {
  try {
    return await attempt(sending)
  } catch (error) {
    const signedOut = error instanceof ApiProblem && error.status === 401
    if (!signedOut || !(await renewSession())) throw error
    return attempt(sending)
  }
}

async function attempt(sending: Sending): Promise<Arrived | undefined> {
  try {
    await send(sending)
    return undefined
  } catch (error) {
    if (!(error instanceof DetailedError)) throw error
    const response = error.originalResponse
    if (response === null) throw silence()
    const body = bodyOf(response)
    const problem = problemIn(response.getStatus(), body, response.getHeader('Retry-After') ?? null)
    if (problem.code !== 'already_uploaded') throw problem
    const { media_id: mediaId, kind } = body as { media_id?: string; kind?: Arrived['kind'] }
    return { mediaId, kind, duplicate: true }
  }
}

// Tries are the queue's business, and so is remembering: the library does one, and forgets.
function send({ upload, file, signal, onKnown }: Sending): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    let timer: ReturnType<typeof setTimeout>
    const moved = () => {
      clearTimeout(timer)
      timer = setTimeout(() => stop(silence()), SILENCE_MS)
    }
    const end = (settle: () => void) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', aborted)
      settle()
    }
    const stop = (reason: unknown) => {
      void tus.abort()
      end(() => reject(reason))
    }
    const aborted = () => stop(signal.reason)
    const tus = new Tus(file, {
      ...whereTo(upload),
      chunkSize: PART_BYTES,
      retryDelays: null,
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => onKnown({ address: new URL(tus.url ?? '').pathname }),
      onProgress: (sent) => {
        moved()
        onKnown({ sent })
      },
      onChunkComplete: (_part, safe) => onKnown({ safe }),
      onSuccess: () => end(resolve),
      onError: (error) => end(() => reject(error)),
    })
    signal.addEventListener('abort', aborted)
    if (upload.address === undefined) onKnown({ begun: true })
    moved()
    tus.start()
  })
}

/** Goes on at a known address, else begins: a small file with its bytes, so that one request is all it takes. */
function whereTo(upload: Upload): UploadOptions {
  if (upload.address !== undefined) return { uploadUrl: new URL(upload.address, location.origin).href }
  return {
    endpoint: new URL(ENDPOINT, location.origin).href,
    headers: { 'Idempotency-Key': upload.creation },
    metadata: metadataOf(upload),
    // After a lost answer nobody knows how much of them is there; then the address is asked for alone.
    uploadDataDuringCreation: !upload.begun && upload.size <= PART_BYTES,
  }
}

function metadataOf({ name, type, kind, showId, sha256, lastModified }: Upload): Record<string, string> {
  return {
    filename: name.slice(0, 1000),
    ...(showId !== null && { show_id: showId }),
    ...(type && { filetype: type.slice(0, 200) }),
    ...(kind && { kind }),
    ...(sha256 && { sha256 }),
    ...(lastModified > 0 && { last_modified: new Date(lastModified).toISOString() }),
  }
}

function bodyOf(response: HttpResponse): unknown {
  try {
    return JSON.parse(response.getBody())
  } catch {
    return null
  }
}
