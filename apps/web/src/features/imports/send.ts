import type { Import, ImportSource } from '@sharemyshows/contract/imports'
import { ApiProblem, problemIn, silence } from '@/lib/problem'
import { renewSession } from '@/lib/renewal'

export type Sent = { source: ImportSource; file?: File | undefined; username?: string | undefined }
type Way = { signal: AbortSignal; onShare: (share: number) => void }

/** Sends a file, or names who I am elsewhere; says on the way how much has left. Throws an ApiProblem or an AbortError. */
export async function sendImport(sent: Sent, way: Way): Promise<Import> {
  // A folder, or a file that has gone meanwhile, would otherwise look like a broken network.
  await sent.file?.slice(0, 1).arrayBuffer()
  try {
    return await attempt(sent, way)
  } catch (error) {
    const signedOut = error instanceof ApiProblem && error.code === 'unauthenticated'
    if (!signedOut || !(await renewSession())) throw error
    return attempt(sent, way)
  }
}

/** By the older way to ask, because fetch does not tell how much has left. */
function attempt({ source, file, username }: Sent, { signal, onShare }: Way): Promise<Import> {
  const form = new FormData()
  form.append('source', source)
  if (username !== undefined) form.append('username', username)
  if (file !== undefined) form.append('file', file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    const end = (settle: () => void) => {
      signal.removeEventListener('abort', abort)
      settle()
    }
    request.open('POST', '/api/v1/imports')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0)
    request.onload = () =>
      end(() => {
        if (request.status === 201) return resolve(request.response as Import)
        reject(problemIn(request.status, request.response, request.getResponseHeader('retry-after')))
      })
    request.onerror = () => end(() => reject(silence()))
    request.onabort = () => end(() => reject(new DOMException('Taken back', 'AbortError')))
    if (signal.aborted) return reject(new DOMException('Taken back', 'AbortError'))
    signal.addEventListener('abort', abort)
    request.send(form)
  })
}
