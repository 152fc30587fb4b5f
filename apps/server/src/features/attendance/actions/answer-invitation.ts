import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { RsvpAnswer, RsvpStatus } from '@sharemyshows/contract/rsvps'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announceAnswers } from '../facts.ts'
import { lockInvitation } from '../policy.ts'
import * as answers from '../store/answers.ts'
import { type Deps, fillSeats } from './seats.ts'

/** Says whether a person comes. Without a free seat she waits; a seat given back goes to whoever waits first. */
export async function answerInvitation(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  showId: string,
  wanted: RsvpStatus,
): Promise<RsvpAnswer | Refusal> {
  const event = await lockInvitation(tx, actor.id, showId)
  if (isRefusal(event)) return event
  if (event.cancelled) return refuse('event_cancelled')
  if (event.over) return refuse('event_over')
  const before = await answers.readStanding(tx, event.id, actor.id)
  const { answer, position } = before
  if (answer === wanted) return { status: answer, position: null }
  if (wanted === 'going' && answer === 'waitlist' && !before.free) return { status: answer, position }
  const now = await (wanted === 'going' && before.free
    ? takeSeat(tx, deps, event.id, actor.id)
    : giveLoose(tx, deps, event.id, actor.id, wanted === 'going' ? 'waitlist' : wanted, before))
  await announceAnswers(tx, event.id, answer === 'going')
  return now
}

async function takeSeat(tx: Tx, { note }: Deps, showId: string, actorId: string): Promise<RsvpAnswer> {
  const [seated] = await answers.takeSeats(tx, showId, [actorId])
  if (seated === undefined) throw new Error('a seat that was free could not be taken')
  const { id: attendanceId, audience } = seated
  await note(tx, { type: 'RSVP', actorId, audience, showId, attendanceId })
  return { status: 'going', position: null }
}

async function giveLoose(
  tx: Tx,
  deps: Deps,
  showId: string,
  actorId: string,
  status: answers.Loose,
  { answer, audience }: answers.Standing,
): Promise<RsvpAnswer> {
  const position = await answers.writeAnswer(tx, showId, actorId, status, audience)
  if (answer === 'going') await answers.leaveSeat(tx, showId, actorId)
  if (status === 'maybe') await deps.note(tx, { type: 'RSVP', actorId, audience, showId })
  if (answer === 'going') await fillSeats(tx, deps, showId)
  return { status, position }
}

/** Takes an answer back, as if it had never been given. */
export async function withdrawAnswer(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  showId: string,
): Promise<Refusal | undefined> {
  const event = await lockInvitation(tx, actor.id, showId)
  if (isRefusal(event)) return event
  const { answer } = await answers.readStanding(tx, event.id, actor.id)
  if (answer === null) return undefined
  if (answer === 'going') {
    await answers.leaveSeat(tx, event.id, actor.id)
    await fillSeats(tx, deps, event.id)
  } else await answers.deleteAnswer(tx, event.id, actor.id)
  await announceAnswers(tx, event.id, answer === 'going')
  return undefined
}
