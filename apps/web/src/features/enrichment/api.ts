import type { ArtistIdentity } from '@sharemyshows/contract/enrichment'
import type { ArtistLookups } from '@sharemyshows/contract/lookups'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import type { PlaceConfirm, PlacesFound } from './model'

/** What is asked of others is asked anew whenever somebody wants to know. */
const ANEW = { staleTime: 0, gcTime: 0, retry: false } as const
const of = (id: string) => ({ params: { path: { id } } })

/** Who an artist is elsewhere, as somebody confirmed it. */
export const identityQuery = (id: string) =>
  queryOptions({
    queryKey: keys.identity(id),
    queryFn: ({ signal }): Promise<ArtistIdentity> =>
      unwrap(api.GET('/api/v1/artists/{id}/identity', { ...of(id), signal })),
    retry: false,
  })

/** Who an artist may be elsewhere. */
export const identitiesQuery = (id: string) =>
  queryOptions({
    queryKey: keys.identitiesFound(id),
    queryFn: ({ signal }): Promise<ArtistLookups> =>
      unwrap(api.GET('/api/v1/artists/{id}/found', { ...of(id), signal })),
    ...ANEW,
  })

/** Where a venue may be. */
export const placesQuery = (id: string) =>
  queryOptions({
    queryKey: keys.placesFound(id),
    queryFn: ({ signal }): Promise<PlacesFound> =>
      unwrap(api.GET('/api/v1/venues/{id}/found', { ...of(id), signal })),
    ...ANEW,
  })

/** Says who an artist is, by her MusicBrainz id, or with null that she is nobody there. */
export function useConfirmIdentity(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (mbid: string | null): Promise<ArtistIdentity> =>
      unwrap(api.PUT('/api/v1/artists/{id}/identity', { ...of(id), body: { mbid } })),
    onSuccess: (identity) => {
      queryClient.setQueryData(keys.identity(id), identity)
      void queryClient.invalidateQueries({ queryKey: keys.artist(id), exact: true })
      void queryClient.invalidateQueries({ queryKey: keys.duplicates('artist', id) })
    },
  })
}

/** Says where a venue is. */
export function useConfirmPlace(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: PlaceConfirm) => unwrap(api.PUT('/api/v1/venues/{id}/place', { ...of(id), body })),
    // the clocks of its shows may be others now
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.shows }),
  })
}
