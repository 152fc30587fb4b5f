import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'
import { newId } from '../db/ids.ts'
import { notifyEach } from '../db/notices.ts'

/** Somebody came into a room of this process, or has left it. */
export type Move = { person: string; room: string; inside: boolean }

/** The notice that somebody came into a room or has left it. */
export const CROWD_TOPIC = 'live.crowd'

/** A process that has not beaten for so long has nobody any more. */
const DEAD_AFTER = `interval '30 seconds'`

/** True for a presence (alias `p`) in a process that lives. */
export const isPresent = (p: string): string =>
  `(select living.beat_at > now() - ${DEAD_AFTER} from live_processes living where living.id = ${p}.process_id)`

/** This process, as long as it runs. */
export type Process = { id: string }
export const newProcess = (): Process => ({ id: newId() })

const register = (db: Db, { id }: Process) =>
  sql`insert into live_processes (id) values (${id}) on conflict (id) do update set beat_at = now()`.execute(
    db,
  )

/** Writes down who is in rooms of this process now, and says so to all. */
export async function writeMoves(db: Db, process: Process, moves: readonly Move[]): Promise<void> {
  const [came, went] = [true, false].map((inside) => moves.filter((move) => move.inside === inside))
  await db.transaction().execute(async (tx) => {
    await register(tx, process)
    await sql`insert into presences (room, person_id, process_id)
      select here.room, here.person_id, ${process.id}::uuid
      from unnest(${came?.map(({ room }) => room)}::text[], ${came?.map(({ person }) => person)}::uuid[])
        as here (room, person_id) on conflict do nothing`.execute(tx)
    await sql`delete from presences p
      using unnest(${went?.map(({ room }) => room)}::text[], ${went?.map(({ person }) => person)}::uuid[])
        as gone (room, person_id)
      where p.room = gone.room and p.person_id = gone.person_id and p.process_id = ${process.id}`.execute(tx)
    await announceCrowds(tx, [...new Set(moves.map(({ room }) => room))])
  })
}

const announceCrowds = (db: Db, rooms: readonly string[]): Promise<void> =>
  notifyEach(
    db,
    CROWD_TOPIC,
    rooms.map((room) => ({ room })),
  )

/** Says that this process lives, and takes away what those have left that do not; false when it was taken for dead. */
export async function beat(db: Db, process: Process): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update live_processes set beat_at = now() where id = ${process.id}`.execute(db)
  if (numAffectedRows === 0n) await register(db, process)
  const gone = await sql<{ room: string }>`
    with dead as (delete from live_processes where beat_at < now() - ${sql.raw(DEAD_AFTER)} returning id)
    select distinct p.room from presences p join dead on dead.id = p.process_id`.execute(db)
  if (gone.rows.length > 0)
    await announceCrowds(
      db,
      gone.rows.map(({ room }) => room),
    )
  return numAffectedRows !== 0n
}

/** The process stops. */
export async function deleteProcess(db: Db, process: Process): Promise<void> {
  await db.deleteFrom('live_processes').where('id', '=', process.id).execute()
}
