import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { MediaKind, MediumForm } from '@sharemyshows/contract/media'
import type { Tx } from '../../../platform/db/connect.ts'
import { idAt, newId } from '../../../platform/db/ids.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { Answer } from '../../../platform/http/once.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import type { Feed } from '../../feed/feature.ts'
import type { AddedListener } from '../facts.ts'
import { type Brought, momentOf, shownName, storageKey } from '../rules.ts'
import { findMedium, insertMedium, type NewMedium } from '../store/media.ts'
import { countBytes } from '../store/room.ts'
import { enqueueRendering } from './enqueue-rendering.ts'
import { type JoinShow, joinShow } from './join-show.ts'
import { type Judged, judgeFile, judgeSize } from './judge-file.ts'
import { tellShow } from './tell-show.ts'

export type KeepDeps = {
  storage: Storage
  quota: number
  join: JoinShow
  /** Hears of what was added. */
  added: AddedListener
} & Pick<Feed, 'note'>

/** What was sent: a temporary file that came in one request, or one in the storage that came in parts. */
export type Sent = {
  fields: MediumForm
  /** What the client called it. */
  name: string
  size: number
  sha256: Buffer
  lastModified?: Date | undefined
  /** Where it was kept elsewhere before: then nobody is told of it. */
  brought?: Brought | undefined
} & (
  | { from: { path: string }; only: MediaKind }
  /** `upload` counts towards the quota already; `kind` is what the sender means it to be. */
  | { from: { key: string; upload: string }; kind?: MediaKind | undefined }
)

/** Runs `record` in a transaction and answers with the medium of the id it gives; `seal` is what was sent, in short. */
export type Commit<Result> = (
  record: (tx: Tx) => Promise<string | Refusal>,
  seal: string,
) => Promise<Result | Answer<Result> | Refusal>

/**
 * Keeps a medium: first its file, then in one transaction its row, the diary entry and the job. A file without its row
 * is removed at once, or, if we die in between, by the sweep.
 */
export async function keepMedium<Result>(
  deps: KeepDeps,
  actor: Pick<Actor, 'id'>,
  sent: Sent,
  commit: Commit<Result>,
): Promise<Result | Answer<Result> | Refusal> {
  const { storage } = deps
  const judged = await judge(storage, sent)
  if (isRefusal(judged)) return judged
  const medium = describe(actor, sent, judged)
  if ('path' in sent.from) await storage.adopt(medium.storage_key, sent.from.path)
  else await storage.copy(sent.from.key, medium.storage_key)

  let recorded = false
  const record = async (tx: Tx) => {
    recorded = false
    const refusal = await recordMedium(deps, tx, actor, medium, sent)
    if (refusal !== null) return refusal
    recorded = true
    return medium.id
  }
  try {
    const result = await commit(record, sealOf(sent))
    if (isRefusal(result) || result instanceof Answer) await storage.remove(medium.storage_key)
    return result
  } catch (error) {
    // once recorded, the commit itself may have succeeded unheard: only the sweep can tell
    if (!recorded) await storage.remove(medium.storage_key)
    throw error
  }
}

async function judge(storage: Storage, sent: Sent): Promise<Judged | Refusal> {
  const judged =
    'only' in sent
      ? await judgeFile(sent.from.path, sent)
      : await storage.withFile(sent.from.key, (path) => judgeFile(path, { meant: sent.kind }))
  if (isRefusal(judged)) return judged
  return judgeSize(judged.kind, sent.size) ?? judged
}

function describe(actor: Pick<Actor, 'id'>, sent: Sent, judged: Judged): NewMedium {
  const { kind, mime, extension, width, height, point, capturedAt } = judged
  const { fields, name, size, sha256, lastModified, brought } = sent
  const id = brought === undefined ? newId() : idAt(brought.createdAt)
  return {
    id,
    kind,
    owner_id: actor.id,
    show_id: fields.show_id ?? null,
    audience: fields.audience ?? null,
    caption: (fields.caption ?? fields.title) || null,
    file_name: shownName(name),
    storage_key: storageKey(id, extension),
    sha256,
    file_size: size,
    mime_type: mime,
    width,
    height,
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    moment: momentOf(capturedAt, lastModified),
    brought,
  }
}

/** What followers hear of. */
const DEEDS = { photo: 'PHOTO_UPLOADED', audio: 'AUDIO_UPLOADED', video: 'VIDEO_UPLOADED' } as const

async function recordMedium(
  { quota, join, note, added }: KeepDeps,
  tx: Tx,
  actor: Pick<Actor, 'id'>,
  medium: NewMedium,
  { from }: Sent,
): Promise<Refusal | null> {
  if (medium.show_id !== null) {
    const refusal = await joinShow(join, tx, actor, medium.show_id)
    if (refusal !== null) return refusal
  }
  const bytes = await countBytes(tx, actor.id, 'upload' in from ? from.upload : null)
  if (bytes + medium.file_size > quota) return refuse('quota_exceeded')
  await insertMedium(tx, medium)
  await added(tx, medium)
  const kept = await findMedium(tx, medium.id)
  await tellShow(tx, kept)
  if (kept?.show_id != null && medium.brought === undefined) {
    const { audience, show_id: showId } = kept
    await note(tx, { type: DEEDS[medium.kind], actorId: actor.id, audience, showId })
  }
  await enqueueRendering(tx, medium)
  return null
}

/** The body, as far as an Idempotency-Key is concerned. */
const sealOf = ({ fields, name, sha256 }: Sent) =>
  JSON.stringify([
    sha256.toString('hex'),
    name,
    fields.show_id,
    fields.caption,
    fields.title,
    fields.audience,
  ])
