import createClient from 'openapi-fetch'
import type { paths } from './generated/api.gen'
import { isAbort, problemIn, silence } from './problem'
import { renewSession } from './renewal'

/**
 * The server's operations, typed by the OpenAPI document; cookies carry the session. Use with `unwrap`:
 * `unwrap(api.GET('/api/v1/shows/{id}', { params: { path: { id } }, signal }))`.
 */
export const api = createClient<paths>({ baseUrl: '', fetch: fetchSignedIn })

type Call<T> = Promise<{ data?: T; error?: unknown; response: Response }>

/** The answer of a call; throws an ApiProblem when it is none, or an AbortError when it was taken back. */
export async function unwrap<T>(call: Call<T>): Promise<T> {
  const { data, error, response } = await call.catch((fault) => {
    // The network broke while the body was on its way.
    throw fault instanceof TypeError ? silence() : fault
  })
  if (!response.ok) throw problemIn(response.status, error, response.headers.get('retry-after'))
  return data as T
}

/** Fetches; when the access token has expired meanwhile, renews the session and asks once more. */
async function fetchSignedIn(request: Request): Promise<Response> {
  const again = request.clone()
  const response = await reach(request)
  if (!(await isUnauthenticated(response))) return response
  return (await renewSession()) ? reach(again) : response
}

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    throw isAbort(error) ? error : silence()
  }
}

// A wrong password is a 401, too, and no reason to renew anything.
async function isUnauthenticated(response: Response): Promise<boolean> {
  if (response.status !== 401) return false
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  return problemIn(response.status, body, null).code === 'unauthenticated'
}
