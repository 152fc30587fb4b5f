import type { JoiningRole, Role } from '@sharemyshows/contract/accounts'
import type { Settings } from '@sharemyshows/contract/instance'
import type { ProviderName } from '@sharemyshows/contract/providers'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import type { PeopleAddress, TrailAddress } from './address'
import { ACTS } from './words'

const PAGE = 30

type Page = { next_cursor: string | null }
const paging = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next_cursor }: Page) => next_cursor ?? undefined,
}

/** Everybody with an account, newest first. */
export const peopleQuery = (address: PeopleAddress) =>
  infiniteQueryOptions({
    ...paging,
    queryKey: keys.administrationList('people', address),
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = { limit: PAGE, cursor, ...address }
      return unwrap(api.GET('/api/v1/admin/people', { params: { query }, signal }))
    },
  })

/** Invitations, newest first. */
export const invitationsQuery = infiniteQueryOptions({
  ...paging,
  queryKey: keys.administrationList('invitations'),
  queryFn: ({ pageParam: cursor, signal }) =>
    unwrap(api.GET('/api/v1/admin/invitations', { params: { query: { limit: PAGE, cursor } }, signal })),
})

/** Who asks to be an organiser. */
export const requestsQuery = (state: 'pending' | 'decided') =>
  infiniteQueryOptions({
    ...paging,
    queryKey: keys.administrationList('requests', { state }),
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = { limit: PAGE, cursor, state }
      return unwrap(api.GET('/api/v1/admin/organizer-requests', { params: { query }, signal }))
    },
  })

/** What happened to accounts and settings. */
export const trailQuery = ({ act, person }: TrailAddress) =>
  infiniteQueryOptions({
    ...paging,
    queryKey: keys.administrationList('trail', { act, person }),
    queryFn: ({ pageParam: cursor, signal }) => {
      // an act that this app has never heard of narrows nothing
      const known = ACTS.find((one) => one === act)
      const query = { limit: PAGE, cursor, act: known, person_id: person }
      return unwrap(api.GET('/api/v1/admin/audit', { params: { query }, signal }))
    },
  })

/** One account, for the name of whom a list is narrowed to. */
export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: keys.administrationList('account', { id }),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/admin/people/{user_id}', { params: { path: { user_id: id } }, signal })),
  })

export const settingsQuery = queryOptions({
  queryKey: keys.administrationList('settings'),
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/admin/settings', { signal })),
})

/** Whom this server may ask elsewhere, and how things stand with each. */
export const providersQuery = queryOptions({
  queryKey: keys.administrationList('providers'),
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/admin/providers', { signal }))).items,
})

/** Asks a provider something small now. */
export function useCheckProvider() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (name: ProviderName) =>
      unwrap(
        api.POST('/api/v1/admin/providers/{provider_name}/check', {
          params: { path: { provider_name: name } },
          body: {},
        }),
      ),
    onSuccess: ({ standing }) =>
      queryClient.setQueryData(providersQuery.queryKey, (known) =>
        known?.map((one) => (one.name === standing.name ? standing : one)),
      ),
  })
}

/** A deed of administration; afterwards all of it is read again, for the trail has one line more. */
function useDeed<Given, Answer>(mutationFn: (given: Given) => Promise<Answer>) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn,
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: keys.administration }),
  })
}

/** What an admin does with an account. All but signing out take her password. */
export type AccountDeed =
  | { what: 'role'; role: Role }
  | { what: 'suspend' }
  | { what: 'reinstate' }
  | { what: 'reset-mfa' }
  | { what: 'sign-out' }

export const useAccountDeed = () =>
  useDeed(({ id, deed, password }: { id: string; deed: AccountDeed; password: string }): Promise<unknown> => {
    const params = { path: { user_id: id } }
    if (deed.what === 'sign-out')
      return unwrap(api.POST('/api/v1/admin/people/{user_id}/sign-out', { params, body: {} }))
    if (deed.what === 'reset-mfa') {
      return unwrap(api.POST('/api/v1/admin/people/{user_id}/reset-mfa', { params, body: { password } }))
    }
    const change = deed.what === 'role' ? { role: deed.role } : { suspended: deed.what === 'suspend' }
    return unwrap(api.PATCH('/api/v1/admin/people/{user_id}', { params, body: { ...change, password } }))
  })

export type InvitationDraft = { email?: string; role: JoiningRole; days: number }

export const useInvite = () =>
  useDeed((body: InvitationDraft) => unwrap(api.POST('/api/v1/admin/invitations', { body })))

export const useRevokeInvitation = () =>
  useDeed((id: string) =>
    unwrap(
      api.DELETE('/api/v1/admin/invitations/{invitation_id}', { params: { path: { invitation_id: id } } }),
    ),
  )

export const useDecide = () =>
  useDeed(({ id, granted }: { id: string; granted: boolean }) =>
    unwrap(
      api.POST('/api/v1/admin/organizer-requests/{organizer_request_id}/decision', {
        params: { path: { organizer_request_id: id } },
        body: { granted },
      }),
    ),
  )

/** Changes how this server is set up; what everybody may know of it is read again, too. */
export function useChangeSettings() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: Partial<Omit<Settings, 'updated_at'>>) =>
      unwrap(api.PATCH('/api/v1/admin/settings', { body })),
    onSuccess: (settings) => {
      queryClient.setQueryData(settingsQuery.queryKey, settings)
      void queryClient.invalidateQueries({ queryKey: keys.instance })
      void queryClient.invalidateQueries({ queryKey: keys.administrationList('trail') })
    },
  })
}
