import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { keys } from '@/lib/keys'

/** A person as others see her; on my own profile I look with everyone's eyes. */
export const profileQuery = (username: string, as: 'me' | 'everyone') =>
  queryOptions({
    queryKey: keys.profile(username, as),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/users/{username}', { params: { path: { username }, query: { as } }, signal })),
  })
