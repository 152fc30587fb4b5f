import type { AccountPart } from '@sharemyshows/contract/live'
import { type QueryClient, QueryObserver } from '@tanstack/react-query'
import { keys } from '@/lib/keys'
import { onLive, onLiveAgain, startLive, stopLive } from '@/lib/live'
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
  const readAgain = () =>
    void queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => undefined)
  followOtherTabs(readAgain)
  // the channel is cut, too, when the person was given another role
  onLiveAgain(readAgain)
  keepSessionFresh()
  followAccount(queryClient)
}

/** What changes on another device is seen here. */
function followAccount(queryClient: QueryClient): void {
  const reread = (what: AccountPart) => {
    if (what === 'sessions') return queryClient.invalidateQueries({ queryKey: keys.sessions })
    return queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => undefined)
  }
  onLive('account_changed', ({ what }) => void reread(what))
  onLiveAgain(() => void reread('sessions'))
}

async function forget(queryClient: QueryClient): Promise<void> {
  const predicate = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== keys.session[0]
  queryClient.removeQueries({ type: 'inactive', predicate })
  await queryClient.resetQueries({ type: 'active', predicate })
}
