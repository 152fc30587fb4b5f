import { isRefusal } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/friends'
import type { Db } from '../../platform/db/connect.ts'
import { viewerOf } from '../../platform/http/actor.ts'
import { Answer } from '../../platform/http/once.ts'
import type { Routes } from '../../platform/http/route.ts'
import { acceptRequest, rejectRequest, withdrawRequest } from './actions/answer-request.ts'
import type { FriendDeps } from './actions/befriend.ts'
import { endFriendship } from './actions/end-friendship.ts'
import { follow, unfollow } from './actions/follow.ts'
import { requestFriendship } from './actions/request-friendship.ts'
import { listFollows, readRelation } from './views/follows.ts'
import { listFriends, listSuggestions, searchPeople } from './views/people.ts'
import { listRequests, readRequest } from './views/requests.ts'

export function friendRoutes(routes: Routes, deps: FriendDeps & { db: Db }): void {
  const { db } = deps
  routes(contract.searchPeople, async ({ actor, query }) => searchPeople(db, actor.id, query))
  routes(contract.listSuggestions, async ({ actor, query }) => listSuggestions(db, actor.id, query.limit))
  routes(contract.listFriends, async ({ actor, query }) => listFriends(db, actor.id, query))
  routes(contract.listRequests, async ({ actor, query }) => listRequests(db, actor.id, query))
  routes(contract.requestFriendship, async ({ actor, body, write }) =>
    write(async (tx) => {
      const asked = await requestFriendship(tx, deps, actor, body)
      if (isRefusal(asked)) return asked
      const request = await readRequest(tx, actor.id, asked.id)
      return isRefusal(request) ? request : new Answer(asked.isNew ? 201 : 200, request)
    }),
  )
  for (const endpoint of [contract.acceptFriend, contract.acceptFriendRequest]) {
    routes(endpoint, async ({ actor, params: { request_id: id }, write }) =>
      write(async (tx) => (await acceptRequest(tx, deps, actor, id)) ?? readRequest(tx, actor.id, id)),
    )
  }
  for (const endpoint of [contract.rejectFriend, contract.rejectFriendRequest]) {
    routes(endpoint, async ({ actor, params: { request_id: id }, write }) =>
      write(async (tx) => (await rejectRequest(tx, actor, id)) ?? readRequest(tx, actor.id, id)),
    )
  }
  routes(contract.withdrawRequest, async ({ actor, params, write }) =>
    write((tx) => withdrawRequest(tx, actor, params.request_id)),
  )
  routes(contract.endFriendship, async ({ actor, params, write }) =>
    write((tx) => endFriendship(tx, actor, params.user_id)),
  )
  routes(contract.follow, async ({ actor, params: { id }, write }) =>
    write(async (tx) => (await follow(tx, deps, actor, id)) ?? readRelation(tx, actor.id, id)),
  )
  routes(contract.unfollow, async ({ actor, params: { id }, write }) =>
    write(async (tx) => (await unfollow(tx, actor, id)) ?? readRelation(tx, actor.id, id)),
  )
  routes(contract.listFollowers, async ({ actor, params, query }) =>
    listFollows(db, viewerOf(actor), 'followers', params.id, query),
  )
  routes(contract.listFollowing, async ({ actor, params, query }) =>
    listFollows(db, viewerOf(actor), 'following', params.id, query),
  )
}
