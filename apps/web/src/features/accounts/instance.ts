import type { Instance } from '@sharemyshows/contract/instance'
import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'

/** What everybody may know of this server: who may register, how organisers come to be, where mail goes. */
export const instanceQuery = queryOptions({
  queryKey: keys.instance,
  queryFn: ({ signal }): Promise<Instance> => unwrap(api.GET('/api/v1/instance', { signal })),
  networkMode: 'always',
  retry: 1,
})
