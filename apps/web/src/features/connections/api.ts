import type { Connection } from '@sharemyshows/contract/connections'
import type { LibrarySync } from '@sharemyshows/contract/library-sync'
import type { Device, NowPlaying } from '@sharemyshows/contract/player'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import { isUnderWay } from './model'

/** While songs are being fetched, asked this often (ms): the live channel may be down. */
const LOOK_EVERY_MS = 5000
/** What plays elsewhere is looked up this often while the page is open (ms). */
const LISTEN_EVERY_MS = 10_000

/** My accounts elsewhere. */
export const connectionsQuery = queryOptions({
  queryKey: keys.connectionList,
  queryFn: ({ signal }): Promise<{ items: Connection[] }> =>
    unwrap(api.GET('/api/v1/connections', { signal })),
  select: ({ items }) => items,
})

/** Begins to connect an account, and leaves this page for the provider's. */
export function useConnect() {
  return useMutation({
    networkMode: 'always',
    mutationFn: (provider: Connection['provider']) =>
      unwrap(
        api.POST('/api/v1/connections/{provider}', {
          params: { path: { provider } },
          body: { return_to: '/settings/connections' },
        }),
      ),
    onSuccess: ({ authorize_url }) => window.location.assign(authorize_url),
  })
}

/** Disconnects an account; all that came from it goes. */
export function useDisconnect() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (provider: Connection['provider']) =>
      unwrap(api.DELETE('/api/v1/connections/{provider}', { params: { path: { provider } } })),
    onSettled: () =>
      Promise.all(
        [keys.connections, keys.music, keys.playlists].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  })
}

/** How far fetching my songs is, or how the last time ended. */
export const librarySyncQuery = queryOptions({
  queryKey: keys.librarySync,
  queryFn: async ({ signal }): Promise<LibrarySync | null> =>
    (await unwrap(api.GET('/api/v1/music/sync-library', { signal }))).sync,
  refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? LOOK_EVERY_MS : false),
})

/** Fetches the songs I saved there. */
export function useSyncLibrary() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (limit: number): Promise<LibrarySync> =>
      unwrap(api.POST('/api/v1/music/sync-library', { body: { limit } })),
    onSuccess: (sync) => queryClient.setQueryData(keys.librarySync, sync),
  })
}

/** Stops fetching; what came stays. */
export function useCancelSync() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: () => unwrap(api.POST('/api/v1/music/sync-library/cancel', { body: {} })),
    onSuccess: ({ sync }) => queryClient.setQueryData(keys.librarySync, sync),
  })
}

/** What plays there. */
export const nowPlayingQuery = queryOptions({
  queryKey: keys.nowPlaying,
  queryFn: async ({ signal }): Promise<NowPlaying | null> =>
    (await unwrap(api.GET('/api/v1/music/now-playing', { signal }))).now,
  refetchInterval: LISTEN_EVERY_MS,
  retry: false,
})

/** My devices there. */
export const devicesQuery = queryOptions({
  queryKey: keys.devices,
  queryFn: async ({ signal }): Promise<Device[]> =>
    (await unwrap(api.GET('/api/v1/music/devices', { signal }))).items,
  retry: false,
})

/** What the remote can ask for. */
export type Command =
  | { do: 'pause' }
  | { do: 'resume'; device_id?: string }
  | { do: 'next' }
  | { do: 'volume'; volume: number }

const send = (command: Command): Promise<unknown> => {
  switch (command.do) {
    case 'pause':
      return unwrap(api.POST('/api/v1/music/pause', { body: {} }))
    case 'next':
      return unwrap(api.POST('/api/v1/music/next', { body: {} }))
    case 'volume':
      return unwrap(api.POST('/api/v1/music/volume', { body: { volume: command.volume } }))
    case 'resume': {
      const { device_id } = command
      return unwrap(api.POST('/api/v1/music/resume', { body: device_id === undefined ? {} : { device_id } }))
    }
  }
}

/** After this long the player there has done what it was asked (ms). */
const TAKES_MS = 700

/** Has the player there do something. */
export function useRemote() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: send,
    onMutate: (command) =>
      queryClient.setQueryData<NowPlaying | null>(keys.nowPlaying, (now) => now && foreseen(now, command)),
    onSettled: () =>
      setTimeout(() => {
        void queryClient.invalidateQueries({ queryKey: keys.nowPlaying })
        void queryClient.invalidateQueries({ queryKey: keys.devices })
      }, TAKES_MS),
  })
}

function foreseen(now: NowPlaying, command: Command): NowPlaying {
  if (command.do === 'pause') return { ...now, playing: false }
  if (command.do === 'resume') return { ...now, playing: true }
  if (command.do === 'volume' && now.device) {
    return { ...now, device: { ...now.device, volume: command.volume } }
  }
  return now
}
