import type { Upload } from './upload-item'

/** What a person may ask of the queue, in whichever tab. Where no keys are named, all are meant. */
export type Command =
  | { do: 'add'; uploads: readonly Upload[]; files: ReadonlyMap<string, Blob> }
  | { do: 'pause' | 'go' | 'retry' | 'remove'; keys?: readonly string[] | undefined }
  /** The bytes of an unread one, chosen again. */
  | { do: 'give'; key: string; file: Blob }
  /** Takes off the list what has arrived. */
  | { do: 'fold' }

/** How things stand: all uploads in the order of the line, and bytes a second where that can be told. */
export type Snapshot = { uploads: readonly Upload[]; speed?: number | undefined }

export const NOTHING: Snapshot = { uploads: [] }
