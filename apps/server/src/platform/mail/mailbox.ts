import { refuse } from '@sharemyshows/contract/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isLocal } from '../http/local.ts'
import { sendProblem } from '../http/problem.ts'
import type { Markup } from './html.ts'
import { listKept, readKept, readSource } from './kept.ts'
import { mailFolder } from './mail.ts'
import { MAILBOX, mailboxPage, mailPage, noSuchMail } from './mailbox-pages.ts'
import { isLoopback } from './smtp.ts'

export type MailboxOptions = {
  production: boolean
  smtpUrl: string | null
  publicUrl: string | null
  dataDir: string
}

/** True where kept mails may be looked at: nothing is sent, and nobody but developers has reason to be here. */
export const hasMailbox = ({ production, smtpUrl, publicUrl }: Omit<MailboxOptions, 'dataDir'>): boolean =>
  !production && smtpUrl === null && (publicUrl === null || isLoopback(new URL(publicUrl).hostname))

/**
 * `/dev/mailbox`: the mails that were kept as files. They hold codes and links of everybody, so that they are shown to
 * this machine only: by its address, not passed on by a proxy, and asked for under a name that only means this machine
 * (a website that points its own name here could read along otherwise).
 */
export function registerMailbox(http: FastifyInstance, options: MailboxOptions): void {
  const here = hasMailbox(options)
  const folder = mailFolder(options.dataDir)
  type Named = { Params: { id: string } }
  const guard = async (request: FastifyRequest, reply: FastifyReply) =>
    here && isOnThisMachine(request) ? undefined : sendProblem(request, reply, refuse('route_not_found'))

  const guarded = { schema: { hide: true }, config: { limit: 'read' as const }, preHandler: guard }
  http.get(MAILBOX, guarded, async (_request, reply) => send(reply, mailboxPage(await listKept(folder))))
  http.get<Named>(`${MAILBOX}/:id`, guarded, async ({ params }, reply) => {
    const mail = await readKept(folder, params.id)
    return mail === undefined ? send(reply.code(404), noSuchMail) : send(reply, mailPage(mail))
  })
  http.get<Named>(`${MAILBOX}/:id.eml`, guarded, async ({ params }, reply) => {
    const source = await readSource(folder, params.id)
    if (source === undefined) return send(reply.code(404), noSuchMail)
    return reply.headers({ 'content-type': 'message/rfc822', ...PRIVATE }).send(source)
  })
}

const PRIVATE = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }

const send = (reply: FastifyReply, page: Markup) =>
  reply.headers({ 'content-type': 'text/html; charset=utf-8', ...PRIVATE }).send(page.source)

const isOnThisMachine = (request: FastifyRequest) => isLocal(request) && isLoopback(request.hostname)
