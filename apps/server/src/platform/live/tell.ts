import type { PersonalEvents } from '@sharemyshows/contract/live'
import type { Db } from '../db/connect.ts'
import { type Notices, notify, notifyEach } from '../db/notices.ts'
import type { Log } from '../log/log.ts'
import { type Hall, personal } from './hall.ts'
import type { Said } from './page.ts'

/** Reads what a person's pages are told of one of her things, as it is for her now; undefined says nothing. */
export type Readers = {
  [Event in keyof PersonalEvents]?: (userId: string, id: string) => Promise<PersonalEvents[Event] | undefined>
}

/** Pushes an event to all pages a person has open, once the transaction commits. */
export async function tellPerson<Event extends keyof PersonalEvents>(
  db: Db,
  userId: string,
  event: Event,
  payload: PersonalEvents[Event],
): Promise<void> {
  await notify(db, 'live.person', { userId, event, payload })
}

type About = { userId: string; id: string }
type EachNotice = { event: PersonalEvent; told: About[] }

/** A notice holds so many people. */
const PEOPLE_A_NOTICE = 80

/**
 * The same of a thing each, for however many people, once the transaction commits: what they are told is read for those
 * alone who have a page open, by the process that serves it.
 */
export async function tellEach(db: Db, event: PersonalEvent, told: readonly About[]): Promise<void> {
  const notices: EachNotice[] = []
  for (let start = 0; start < told.length; start += PEOPLE_A_NOTICE) {
    notices.push({ event, told: told.slice(start, start + PEOPLE_A_NOTICE) })
  }
  if (notices.length > 0) await notifyEach(db, 'live.each', notices)
}

type PersonalEvent = keyof PersonalEvents
type PersonNotice = { userId: string; event: PersonalEvent; payload: PersonalEvents[PersonalEvent] }

/** Tells the pages of this process what processes have to say to their people. */
export function hearTells(hall: Hall, readers: Readers, notices: Notices, log: Log): void {
  // that event and payload belong together was checked where they were sent
  const tell = (userId: string, event: PersonalEvent, payload: PersonalEvents[PersonalEvent]) =>
    hall.tell(personal(userId), { event, payload } as Said)
  notices.on<PersonNotice>('live.person', ({ userId, event, payload }) => tell(userId, event, payload))
  const tellLate = async (event: PersonalEvent, { userId, id }: About) => {
    if (!hall.has(personal(userId))) return
    const payload = await readers[event]?.(userId, id)
    if (payload !== undefined) tell(userId, event, payload)
  }
  // one after the other, so that what was read last arrives last
  let reading = Promise.resolve()
  notices.on<EachNotice>('live.each', ({ event, told }) => {
    for (const about of told) {
      reading = reading
        .then(() => tellLate(event, about))
        .catch((error) => log.warn({ err: error }, 'pages could not be told something'))
    }
  })
}
