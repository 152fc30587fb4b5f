import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Me } from '@sharemyshows/contract/accounts'
import * as audiences from '@sharemyshows/contract/audiences'
import { isRefusal, refuse } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/people'
import type { Db } from '../../platform/db/connect.ts'
import { viewerOf, viewerOfOwn } from '../../platform/http/actor.ts'
import { type ByteRange, sendBytes } from '../../platform/http/bytes.ts'
import type { Routes } from '../../platform/http/route.ts'
import { withUpload } from '../../platform/http/upload.ts'
import type { Storage } from '../../platform/storage/storage.ts'
import type { Friends } from '../friends/feature.ts'
import { block, unblock } from './actions/block.ts'
import { changeAvatar, type ReplaceAvatar, removeAvatar } from './actions/change-avatar.ts'
import { countAudiences, findAvatar, listBlocks, readProfile } from './views.ts'

export type PeopleDeps = {
  db: Db
  storage: Storage
  ties: Pick<Friends, 'part' | 'unpart'>
  replaceAvatar: ReplaceAvatar
  readMe: (db: Db, userId: string) => Promise<Me>
}

export function peopleRoutes(routes: Routes, deps: PeopleDeps): void {
  const { db, storage, ties, replaceAvatar, readMe } = deps
  const form = {
    form: contract.AvatarForm,
    temporary: storage.temporary,
    maxBytes: contract.AVATAR_BYTES,
    tooLarge: refuse('payload_too_large', { message: 'A picture may have up to 10 MB.' }),
  }

  routes(contract.readProfile, async ({ actor, params: { username }, query }) => {
    const isOwn = actor?.username.toLowerCase() === username.toLowerCase()
    return (await readProfile(db, viewerOfOwn(query.as, actor, isOwn), username)) ?? refuse('not_found')
  })
  routes(contract.readAvatar, async ({ actor, params, query, request, reply }) => {
    const file = await findAvatar(db, viewerOf(actor), params.id, query)
    if (isRefusal(file)) return file
    const { key, ...facts } = file
    const stream = await storage.read(key)
    if (stream === null) return refuse('not_found')
    // some kilobytes, and nothing else knows how many
    const bytes = await buffer(stream)
    const part = ({ start, end }: ByteRange) => bytes.subarray(start, end + 1)
    const open = async (range?: ByteRange) => Readable.from([range === undefined ? bytes : part(range)])
    return sendBytes(request, reply, { ...facts, mime: 'image/webp', size: bytes.length, open })
  })
  routes(contract.changeAvatar, async ({ actor, request, write }) =>
    withUpload(request, form, ({ file }) =>
      changeAvatar(deps, actor.id, file.path, (record) =>
        write(async (tx) => {
          await record(tx)
          return readMe(tx, actor.id)
        }),
      ),
    ),
  )
  routes(contract.removeAvatar, async ({ actor, write }) =>
    write((tx) => removeAvatar(tx, replaceAvatar, actor.id)),
  )
  routes(contract.listBlocks, async ({ actor, query }) => listBlocks(db, actor.id, query))
  routes(contract.blockPerson, async ({ actor, params, write }) =>
    write((tx) => block(tx, ties, actor, params.id)),
  )
  routes(contract.unblockPerson, async ({ actor, params, write }) =>
    write((tx) => unblock(tx, ties, actor, params.id)),
  )
  routes(audiences.countAudiences, async ({ actor }) => countAudiences(db, actor.id))
}
