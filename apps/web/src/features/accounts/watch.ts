import { type QueryClient, QueryObserver } from '@tanstack/react-query'
import { keys } from '@/lib/keys'
import { startLive, stopLive } from '@/lib/live'
import { followOtherTabs, keepSessionFresh, onSessionEnd } from '@/lib/renewal'
import { ENDED, NOBODY, type Session, sessionQuery } from './session'

/**
 * Follows the session for the life of the app: the personal channel, the freshness of the tokens, other tabs. When
 * the person changes, `onChange` may lead to another page; then what the last one saw is forgotten.
 */
export function watchSession(queryClient: QueryClient, onChange: () => Promise<unknown>): void {
  let known: string | null | undefined
  const meet = async ({ data }: { data?: Session | undefined }) => {
    const id = data?.user?.id ?? null
    if (data === undefined || id === known) return
    const changed = known !== undefined
    known = id
    if (id === null) stopLive()
    else startLive()
    if (!changed) return
    await onChange()
    await forget(queryClient)
  }
  new QueryObserver(queryClient, { ...sessionQuery, enabled: false }).subscribe(meet)
  onSessionEnd((how) => queryClient.setQueryData(keys.session, how === 'refused' ? ENDED : NOBODY))
  followOtherTabs(() => void queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => undefined))
  keepSessionFresh()
}

async function forget(queryClient: QueryClient): Promise<void> {
  const predicate = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== keys.session[0]
  queryClient.removeQueries({ type: 'inactive', predicate })
  await queryClient.resetQueries({ type: 'active', predicate })
}
