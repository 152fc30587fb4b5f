import type { Tx } from '../../platform/db/connect.ts'
import { tellPerson } from '../../platform/live/live.ts'

/** Tells a person's pages how far one of her imports is. */
export const announceImport = (
  tx: Tx,
  { id, person_id, state, progress }: { id: string; person_id: string; state: string; progress: number },
  message?: string | null,
): Promise<void> =>
  tellPerson(tx, person_id, 'import_progress', { id, state, progress, ...(message != null && { message }) })
