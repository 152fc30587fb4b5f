import type { Me } from '@sharemyshows/contract/accounts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import { markSignedIn, renewSession, signedInAt } from '@/lib/renewal'

/** Who is signed in in this browser; `ended` when somebody was and did not sign out here. */
export type Session = { user: Me | null; ended?: true }

export const NOBODY: Session = { user: null }
export const ENDED: Session = { user: null, ended: true }

/** Asked once; afterwards only signing in or out, here or in another tab, changes it. */
export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: readSession,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  // A page must not wait for ever for a network that is not there.
  networkMode: 'always',
  retry: 1,
})

async function readSession(): Promise<Session> {
  const { user } = await unwrap(api.GET('/api/v1/auth/status'))
  if (user !== null) {
    if (signedInAt() === 0) markSignedIn()
    return { user }
  }
  if (signedInAt() === 0) return NOBODY
  if (!(await renewSession())) return ENDED
  return { user: (await unwrap(api.GET('/api/v1/auth/status'))).user }
}

/** The signed-in person, null for nobody; `known` is false until the server has said which. */
export function useSession(): { user: Me | null; known: boolean } {
  const { data } = useQuery(sessionQuery)
  return { user: data?.user ?? null, known: data !== undefined }
}
