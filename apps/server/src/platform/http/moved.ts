import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { FastifyReply } from 'fastify'

/** Answers that what was asked for by `{id}` goes by another id now; not found when there is none. */
export const moved = (reply: FastifyReply, id: string | undefined): FastifyReply | Refusal =>
  id === undefined
    ? refuse('not_found')
    : reply.redirect((reply.request.routeOptions.url ?? '').replace(':id', id), 308)
