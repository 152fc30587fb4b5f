import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { ReportTarget } from '@sharemyshows/contract/moderation'
import type { Db } from '../../platform/db/connect.ts'
import { row } from '../../platform/db/read.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { seesComment, seesMedium, seesPerson, seesProfile, seesShow } from '../../viewer/rule.ts'
import { MOST_EXCERPT, type Reported } from './rules.ts'

const medium = (
  kind: string,
) => `select m.owner_id as person_id, m.show_id, coalesce(m.caption, '') as excerpt
  from media m where m.id = $2 and m.kind = '${kind}' and m.state <> 'failed' and ${seesMedium('m')}`

/** Each kind of thing by its own rule, as the viewer `$1` sees it. */
const found: Record<ReportTarget, string> = {
  // what is nobody's alone is told of as it is when it is looked at
  show: `select s.organizer_id as person_id, s.id as show_id, case when s.organizer_id is null then ''
      else concat_ws(' · ', coalesce(s.title, headliner.name), s.description) end as excerpt
    from shows s left join artists headliner on headliner.id = s.headliner_id where s.id = $2 and ${seesShow('s')}`,
  photo: medium('photo'),
  audio: medium('audio'),
  video: medium('video'),
  comment: `select c.author_id as person_id, c.show_id, c.content as excerpt
    from comments c join shows s on s.id = c.show_id
    where c.id = $2 and c.author_id is not null and ${seesComment('c')} and ${seesShow('s')}`,
  message: `select m.author_id as person_id, c.show_id, m.text as excerpt
    from messages m join conversations c on c.id = m.conversation_id left join shows s on s.id = c.show_id
      join conversation_members mine on mine.conversation_id = c.id and mine.person_id = $1::uuid
    where m.id = $2 and m.deleted_at is null and m.author_id is not null and mine.removed_at is null
      and ${seesPerson('m.author_id')} and (c.kind = 'direct' or ${seesShow('s')})`,
  person: `select u.id as person_id, null::uuid as show_id,
      concat_ws(' · ', u.display_name, u.username, case when ${seesProfile('u')} then u.bio end) as excerpt
    from users u where u.id = $2 and ${seesPerson('u.id')}`,
}

/** What the actor reports, as far as she sees it; one does not report oneself. */
export async function requireReportable(
  db: Db,
  actor: Actor,
  target: ReportTarget,
  id: string,
): Promise<Reported | Refusal> {
  const thing = await row<Reported>(db, found[target], [actor.id, id])
  if (thing === undefined) return refuse('not_found')
  if (thing.person_id === actor.id) return refuse('own_person')
  return { ...thing, excerpt: [...thing.excerpt].slice(0, MOST_EXCERPT).join('') }
}
