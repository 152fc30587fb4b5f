import type { MediaKind } from '@sharemyshows/contract/media'
import type { Upload } from './upload-item'

/** What a file has become at the server's. */
export type Arrived = { mediaId?: string | undefined; kind?: MediaKind | undefined; duplicate: boolean }

/** A file that is being sent. */
export type Sending = {
  upload: Upload
  file: Blob
  signal: AbortSignal
  /** Told whatever becomes known on the way. */
  onKnown: (known: Partial<Upload>) => void
}
