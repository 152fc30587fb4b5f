import type { Mood, MoodRule } from '@sharemyshows/contract/moods'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'
import { MOODS } from '@/lib/moods'
import type { Drafts } from './rules'

/** What music fits which mood, for me. */
export const moodRulesQuery = queryOptions({
  queryKey: keys.moodRules,
  queryFn: async ({ signal }) =>
    (await unwrap(api.GET('/api/v1/mood/rules', { signal }))).items.map(withPairs),
})

/** OpenAPI does not say that a pair is two. */
const withPairs = (rule: object) => rule as MoodRule

const at = (mood: Mood) => ({ params: { path: { mood } } })

/** Says for some moods what fits them. */
export const useChangeRules = () =>
  useRuleChange((drafts: Drafts) =>
    Promise.all(
      MOODS.flatMap((mood) => {
        const ranges = drafts[mood]
        if (ranges === undefined) return []
        const body = { ...ranges, for: 'me' as const }
        return unwrap(api.PUT('/api/v1/mood/rules/{mood}', { ...at(mood), body })).then(withPairs)
      }),
    ),
  )

/** Goes back to what everybody has for a mood. */
export const useResetRule = () =>
  useRuleChange(async (mood: Mood) => [
    withPairs(await unwrap(api.DELETE('/api/v1/mood/rules/{mood}', at(mood)))),
  ])

function useRuleChange<Asked>(change: (asked: Asked) => Promise<MoodRule[]>) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: change,
    onSuccess: (changed) =>
      queryClient.setQueryData(moodRulesQuery.queryKey, (rules) =>
        rules?.map((rule) => changed.find(({ mood }) => mood === rule.mood) ?? rule),
      ),
    // which tracks fit is said anew
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.music }),
  })
}
