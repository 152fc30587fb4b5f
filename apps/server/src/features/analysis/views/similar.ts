import type { AnalysisStatus, SimilarAudio } from '@sharemyshows/contract/analysis'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import type { Viewer } from '../../../platform/http/actor.ts'
import type { Media } from '../../media/feature.ts'
import { hearable, status } from '../policy.ts'
import {
  type Comparable,
  centreOf,
  facetsOf,
  refuseUnfound,
  similarityOf,
  unpackEmbedding,
} from '../rules.ts'

/** The latest are compared; more of them would keep others waiting. */
const MOST_COMPARED = 2000

const compared = 'm.id, a.bpm, a.tonic, a.mode, a.labels, a.embedding'

const one = `select ${status}, ${compared}, m.show_id from media m left join analyses a on a.media_id = m.id
  where m.id = $2 and ${hearable}`

const others = `select ${compared} from media m join analyses a on a.media_id = m.id
  where (m.owner_id = $1::uuid or m.show_id = $3::uuid) and a.analyzed_at is not null and m.id <> $2 and ${hearable}
  order by m.id desc limit ${MOST_COMPARED}`

type Row = Omit<Comparable, 'embedding'> & { id: string; embedding: Buffer | null }

const comparable = ({ embedding, ...rest }: Row) => ({
  ...rest,
  embedding: embedding && unpackEmbedding(embedding),
})

/** Recordings of the viewer's own and of the same show that sound like this one, the likest first. */
export async function listSimilar(
  { db, listAudio }: { db: Db; listAudio: Media['listAudio'] },
  viewer: Viewer,
  id: string,
  limit: number,
): Promise<SimilarAudio[] | Refusal> {
  const found = await row<Row & AnalysisStatus & { show_id: string | null }>(db, one, [viewer, id])
  if (found === undefined) return refuse('not_found')
  if (found.analyzed_at === null) return refuseUnfound(found)
  const asked = comparable(found)
  const all = (await rows<Row>(db, others, [viewer, id, found.show_id])).map(comparable)
  const centre = centreOf(
    [asked, ...all].flatMap(({ embedding }) =>
      embedding && embedding.length === asked.embedding?.length ? [embedding] : [],
    ),
  )
  const ranked = all
    .map((other) => {
      const facets = facetsOf(asked, other, centre)
      return { audio_id: other.id, facets, similarity: similarityOf(facets) }
    })
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, limit)
  const audio = await listAudio(
    viewer,
    ranked.map(({ audio_id }) => audio_id),
  )
  return ranked.flatMap((each) => {
    const its = audio.get(each.audio_id)
    return its === undefined ? [] : [{ ...each, title: its.title, audio: its }]
  })
}
