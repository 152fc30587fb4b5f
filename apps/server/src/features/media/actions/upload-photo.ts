import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { MediumForm } from '@sharemyshows/contract/media'
import type { z } from 'zod'
import type { Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { Answer } from '../../../platform/http/once.ts'
import type { ReceivedFile } from '../../../platform/http/upload.ts'
import { type InspectedPhoto, inspectPhoto, problemOf } from '../../../platform/images/index.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { type SeenShowId, seeShow } from '../../../viewer/gate.ts'
import { momentOf, shownName, storageKey } from '../rules.ts'
import { countBytes, findMedium, insertPhoto, type NewPhoto } from '../store.ts'
import { tellShow } from './tell-show.ts'

/** Puts a show into a person's diary, unless it is there. */
export type JoinShow = (
  tx: Tx,
  personId: string,
  showId: SeenShowId,
  how: { method: 'photo'; state: 'attended' },
) => Promise<unknown>

export type UploadDeps = { storage: Storage; quota: number; join: JoinShow }
type Sent = { fields: z.output<typeof MediumForm>; file: ReceivedFile }

/** Runs `record` in the request's transaction and answers with the medium of the id it gives. */
export type Commit<Result> = (
  record: (tx: Tx) => Promise<string | Refusal>,
  seal: string,
) => Promise<Result | Answer<Result> | Refusal>

/**
 * Keeps a photo: first its file, then in one transaction its row, the diary entry and the job. A file without its row
 * is removed at once, or, if we die in between, by the sweep.
 */
export async function uploadPhoto<Result>(
  deps: UploadDeps,
  actor: Actor,
  sent: Sent,
  commit: Commit<Result>,
): Promise<Result | Answer<Result> | Refusal> {
  const { storage } = deps
  const inspected = await inspectPhoto(sent.file.path)
  if (!inspected.ok) return problemOf(inspected)
  const photo = describe(actor, sent, inspected)
  await storage.adopt(photo.storage_key, sent.file.path)

  let recorded = false
  const record = async (tx: Tx) => {
    recorded = false
    const refusal = await recordPhoto(deps, tx, actor, photo)
    if (refusal !== null) return refusal
    recorded = true
    return photo.id
  }
  try {
    const result = await commit(record, sealOf(sent))
    if (isRefusal(result) || result instanceof Answer) await storage.remove(photo.storage_key)
    return result
  } catch (error) {
    // once recorded, the commit itself may have succeeded unheard: only the sweep can tell
    if (!recorded) await storage.remove(photo.storage_key)
    throw error
  }
}

function describe(actor: Actor, { fields, file }: Sent, inspected: InspectedPhoto): NewPhoto {
  const id = newId()
  return {
    id,
    owner_id: actor.id,
    show_id: fields.show_id ?? null,
    audience: fields.audience ?? null,
    caption: fields.caption || fields.title || null,
    file_name: shownName(file.name),
    storage_key: storageKey(id, inspected.extension),
    sha256: file.sha256,
    file_size: file.size,
    mime_type: inspected.mime,
    width: inspected.width,
    height: inspected.height,
    latitude: inspected.point?.latitude ?? null,
    longitude: inspected.point?.longitude ?? null,
    moment: momentOf(inspected.capturedAt),
  }
}

async function recordPhoto(
  { quota, join }: UploadDeps,
  tx: Tx,
  actor: Actor,
  photo: NewPhoto,
): Promise<Refusal | null> {
  if (photo.show_id !== null) {
    const show = await seeShow(tx, actor.id, photo.show_id)
    if (show === null)
      return refuse('not_found', { message: 'There is no such show, or it is not yours to see.' })
    await join(tx, actor.id, show, { method: 'photo', state: 'attended' })
  }
  if ((await countBytes(tx, actor.id)) + photo.file_size > quota) return refuse('quota_exceeded')
  await insertPhoto(tx, photo)
  await tellShow(tx, await findMedium(tx, photo.id))
  await enqueue(tx, 'render-photo', { id: photo.id }, { key: `render-photo:${photo.id}` })
  return null
}

/** The body, as far as an Idempotency-Key is concerned. */
const sealOf = ({ fields, file }: Sent) =>
  JSON.stringify([
    file.sha256.toString('hex'),
    file.name,
    fields.show_id,
    fields.caption,
    fields.title,
    fields.audience,
  ])
