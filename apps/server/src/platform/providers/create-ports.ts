import type { Db } from '../db/connect.ts'
import type { Log } from '../log/log.ts'
import type { Answer } from './answer.ts'
import type { Ports } from './ports.ts'
import { type ProviderName, type ProviderSettings, type ProviderStanding, standingsOf } from './standings.ts'

export type PortsOptions = {
  db: Db
  log: Log
  settings: ProviderSettings
  /** How long each try may take. */
  timeoutMs: number
}

export type ProviderPorts = Ports & {
  /** How things stand with each provider, those of other features as well. */
  standings(): Promise<ProviderStanding[]>
  /** Asks it one small question now, whatever is known; null where there is none to ask: it is not set up, or takes none. */
  check(name: ProviderName): Promise<Answer<unknown>['result'] | null>
  /** Lets what is under way end, and asks no more. */
  close(): Promise<void>
}

/** Servers elsewhere that know of artists, setlists and places, as far as the operator has set them up. */
export function createPorts({ db, settings }: PortsOptions): ProviderPorts {
  return {
    setlistfm: null,
    google: null,
    musicbrainz: null,
    nominatim: null,
    photon: null,
    setlistfmImport: settings.lookups.setlistfm?.attended ?? false,
    standings: () => standingsOf(db, settings),
    check: async () => null,
    close: async () => {},
  }
}
