import type { Upload as Standing } from '@sharemyshows/contract/uploads'
import { api, unwrap } from '@/lib/api'
import { ApiProblem } from '@/lib/problem'

/** The server's name for the upload at an address such as `/api/v1/uploads/…`. */
const idOf = (address: string): string => address.slice(address.lastIndexOf('/') + 1)

/** How an upload stands at the server's; undefined when it is unknown there. */
export async function readStanding(address: string, signal: AbortSignal): Promise<Standing | undefined> {
  try {
    return await unwrap(
      api.GET('/api/v1/uploads/{upload_id}', { params: { path: { upload_id: idOf(address) } }, signal }),
    )
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return undefined
    throw error
  }
}

const MOST_TRIES = 5
const TURN_MS = 2000

/**
 * Gives an upload up at the server's, as far as that can be reached; what stays behind runs out by itself. The connection
 * that was just cut may still count as its writer for a moment.
 */
export async function giveUp(address: string): Promise<void> {
  for (let count = 1; count <= MOST_TRIES; count++) {
    try {
      await unwrap(
        api.DELETE('/api/v1/uploads/{upload_id}', {
          params: { path: { upload_id: idOf(address) }, header: { 'Tus-Resumable': '1.0.0' } },
        }),
      )
      return
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status === 404) return
      await new Promise((done) => setTimeout(done, (error.retryAfter ?? 0) * 1000 || TURN_MS * count))
    }
  }
}
