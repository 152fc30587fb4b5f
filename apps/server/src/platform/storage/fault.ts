/** The store cannot do it now: it has no room, or is not to be reached. What it said is for the log. */
export class StorageFault extends Error {
  readonly code: 'STORAGE_FULL' | 'STORAGE_UNAVAILABLE'
  constructor(code: StorageFault['code'], message: string) {
    super(message)
    this.code = code
  }
}
