import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

/**
 * Takes jobs out of the queue whose payload names one of these, such as a person or her address; gives how many of them
 * are running at this moment and could not be taken. The job that deletes an account names it, and stays.
 */
export async function forgetJobs(db: Db, names: readonly string[]): Promise<number> {
  const found = await sql<{ id: string; running: boolean }>`
    select j.id::text, j.locked_at is not null as running from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier <> 'delete-account' and json_typeof(j.payload) = 'object'
      and exists (select 1 from json_each_text(j.payload) part where lower(part.value) = any (${names.map((name) => name.toLowerCase())}::text[]))`.execute(
    db,
  )
  const waiting = found.rows.filter(({ running }) => !running).map(({ id }) => id)
  await sql`select graphile_worker.complete_jobs(${waiting}::bigint[])`.execute(db)
  return found.rows.length - waiting.length
}
