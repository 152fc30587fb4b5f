import type { Photo } from '@sharemyshows/contract/photos'
import { problemIn, silence } from '@/lib/problem'
import { renewSession } from '@/lib/renewal'

export type Sending = {
  file: File
  showId: string
  /** The same for every try, so that a lost answer makes no second photo. */
  key: string
  signal: AbortSignal
  /** Share of the bytes that have left, 0–1. */
  onProgress: (sent: number) => void
}

/** Sends a photo; gives it as the server keeps it. Throws an ApiProblem, or an AbortError when it was cancelled. */
export async function sendPhoto(sending: Sending): Promise<Photo> {
  // A folder, or a file that has gone meanwhile, would otherwise look like a broken network.
  await sending.file.slice(0, 1).arrayBuffer()
  const first = await post(sending)
  const answer = isSignedOut(first) && (await renewSession()) ? await post(sending) : first
  if (answer.status !== 201) throw problemIn(answer.status, answer.body, answer.retryAfter)
  return answer.body as Photo
}

type Answer = { status: number; body: unknown; retryAfter: string | null }

const isSignedOut = ({ status, body }: Answer) =>
  status === 401 && problemIn(status, body, null).code === 'unauthenticated'

// XMLHttpRequest, because fetch does not tell how much of a body has been sent.
function post({ file, showId, key, signal, onProgress }: Sending): Promise<Answer> {
  const form = new FormData()
  form.append('show_id', showId)
  form.append('file', file)
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/photos')
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('idempotency-key', key)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(read(request))
    request.onerror = () => reject(silence())
    request.onabort = () => reject(signal.reason)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(form)
  })
}

function read(request: XMLHttpRequest): Answer {
  const retryAfter = request.getResponseHeader('retry-after')
  try {
    return { status: request.status, body: JSON.parse(request.responseText), retryAfter }
  } catch {
    return { status: request.status, body: null, retryAfter }
  }
}
