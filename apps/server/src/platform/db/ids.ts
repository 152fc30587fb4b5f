import { v7 } from 'uuid'

/** A new identifier: UUIDv7 (RFC 9562), so that rows made later sort later. */
export const newId = (): string => v7()

/** The same for what was made elsewhere at that time, so that it sorts among what was made then. */
export const idAt = (time: string): string => v7({ msecs: Date.parse(time) })
