import type { AudienceCounts } from '@sharemyshows/contract/audiences'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { AUDIENCES, type ChosenAudience } from '@/lib/audience'
import { keys } from '@/lib/keys'

/** What an audience can be said of for all there are at once. */
export type Kept = keyof AudienceCounts
export type Counts = AudienceCounts[Kept]

/** Who sees how many of my shows and media. Asked anew by every visit: they change on other pages, too. */
export const audiencesQuery = queryOptions({
  queryKey: keys.audiences,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/users/me/audiences', { signal })),
  staleTime: 0,
})

/** Says for all my shows, or all my media, who sees them; gives the number of those for which that is new. */
export function useChangeAll(of: Kept) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (audience: ChosenAudience) => {
      const call = { body: { audience } }
      return unwrap(
        of === 'shows'
          ? api.PUT('/api/v1/users/me/audiences/shows', call)
          : api.PUT('/api/v1/users/me/audiences/media', call),
      )
    },
    onSuccess: () => {
      const { audiences, shows, photos, audio, videos, dashboard } = keys
      for (const queryKey of [audiences, shows, photos, audio, videos, dashboard]) {
        void queryClient.invalidateQueries({ queryKey })
      }
    },
  })
}

const NOUNS = { shows: ['show', 'shows'], media: ['photo or recording', 'photos and recordings'] } as const

/** "shows", "photos and recordings". */
export const nounOf = (of: Kept): string => NOUNS[of][1]

/** "1 show", "212 photos and recordings". */
export const sayKept = (of: Kept, number: number): string =>
  `${number.toLocaleString('en-GB')} ${NOUNS[of][number === 1 ? 0 : 1]}`

export const sumOf = (counts: Counts): number => AUDIENCES.reduce((sum, { value }) => sum + counts[value], 0)

/** How many are seen by others than `audience` as yet. */
export const otherThan = (counts: Counts, audience: ChosenAudience): number =>
  sumOf(counts) - counts[audience]

/** Who sees how many, from the widest on: "Everyone 212 · Only me 3". */
export const sayCounts = (counts: Counts): string =>
  AUDIENCES.toReversed()
    .filter(({ value }) => counts[value] > 0)
    .map(({ value, label }) => `${label} ${counts[value].toLocaleString('en-GB')}`)
    .join(' · ')
