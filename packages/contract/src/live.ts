import { z } from 'zod'
import { Id } from './fields.ts'

/**
 * Progress of something of mine on the personal channel; at most four a second an item.
 * `progress` runs from 0 to 1.
 */
export const Progress = z.object({
  id: Id,
  state: z.string(),
  progress: z.number().min(0).max(1),
  message: z.string().optional(),
})
export type Progress = z.infer<typeof Progress>

/** What the server pushes to a person, on Socket.IO at `/socket.io`. */
export type PersonalEvents = { upload_progress: Progress }

export type ServerToClientEvents = {
  [Event in keyof PersonalEvents]: (payload: PersonalEvents[Event]) => void
} & { error: (problem: { code: string; message: string }) => void }
