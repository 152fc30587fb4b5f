/** What was asked of the product; `id` once it said yes. What it never answered may have happened or not. */
export type Deed = {
  kind: 'show' | 'song' | 'comment' | 'photo'
  /** The Idempotency-Key; also stands in the deed's text, so that its rows can be counted. */
  key: string
  send: () => Promise<{ status: number; id: string }>
  id: string | null
  /** Of a photo: what its original must hash to. */
  sha256?: string
}

/** Notes of one show: the last that were acknowledged, and those that were under way since. */
export type Notes = { acknowledged: string | null; maybe: string[] }

/** `deleted` holds photos with whether that was acknowledged. */
export type Ledger = { deeds: Deed[]; notes: Map<string, Notes>; deleted: Map<string, boolean> }

export const createLedger = (): Ledger => ({ deeds: [], notes: new Map(), deleted: new Map() })

export const acknowledged = (ledger: Ledger): Deed[] => ledger.deeds.filter(({ id }) => id !== null)
export const unanswered = (ledger: Ledger): Deed[] => ledger.deeds.filter(({ id }) => id === null)
