import { version } from '../config/version.ts'
import type { Db } from '../db/connect.ts'
import type { Log } from '../log/log.ts'
import type { Answer } from './answer.ts'
import * as google from './google/google.ts'
import * as musicbrainz from './musicbrainz/musicbrainz.ts'
import * as nominatim from './openstreetmap/nominatim.ts'
import * as photon from './openstreetmap/photon.ts'
import { createPort, type Port, type PortOptions } from './port.ts'
import type { Ports } from './ports.ts'
import * as setlistfm from './setlistfm/setlistfm.ts'
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

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Servers elsewhere that know of artists, setlists and places, as far as the operator has set them up. */
export function createPorts({ db, log, settings, timeoutMs }: PortsOptions): ProviderPorts {
  const { lookups } = settings
  const ports: Port[] = []
  const checks = new Map<ProviderName, () => Promise<Answer<unknown>>>()
  const contact = lookups.contact === null ? '' : ` ( ${lookups.contact} )`
  const agent = { 'user-agent': `ShareMyShows/${version}${contact}` }
  const keyless = {
    ...{ mostADay: null, everyMs: 1000 / lookups.keylessASecond, tries: 2, keyed: false },
    headers: agent,
  }

  function open(
    how: Omit<PortOptions, 'db' | 'log' | 'timeoutMs'>,
    check?: (port: Port) => Promise<Answer<unknown>>,
  ) {
    const port = createPort({ db, log, timeoutMs, ...how })
    ports.push(port)
    if (check !== undefined) checks.set(how.name as ProviderName, () => check(port))
    return port
  }

  function openSetlistfm({ key, url, aDay, aSecond }: NonNullable<typeof lookups.setlistfm>) {
    const headers = { ...agent, ...setlistfm.HEADERS, 'x-api-key': key }
    const pace = { everyMs: 1000 / aSecond, mostADay: aDay, tries: 2 }
    return setlistfm.createSetlistfm(
      open({ name: 'setlistfm', url, headers, ...pace, keepMs: 6 * HOUR_MS, keyed: true }, setlistfm.check),
    )
  }

  function openGoogle({ key, url, aDay }: NonNullable<typeof lookups.google>) {
    const headers = { ...agent, 'x-goog-api-key': key }
    // each try costs money
    const pace = { everyMs: 0, mostADay: aDay, tries: 1 }
    const { isNoKey } = google
    return google.createGoogle(
      open({ name: 'google', url, headers, ...pace, keepMs: 0, keyed: true, isNoKey }, google.check),
    )
  }

  function openMusicbrainz({ url, coverArtUrl }: NonNullable<typeof lookups.musicbrainz>) {
    const how = { ...keyless, name: 'musicbrainz', keepMs: 7 * DAY_MS }
    // 503 is how it says that it was too much
    const isTooMuch = ({ status }: { status: number }) => status === 503 || status === 429
    return musicbrainz.createMusicbrainz(
      open({ ...how, url, isTooMuch }, musicbrainz.check),
      open({ ...how, url: coverArtUrl }),
      coverArtUrl,
    )
  }

  const openNominatim = ({ url }: NonNullable<typeof lookups.nominatim>) =>
    nominatim.createNominatim(
      open({ ...keyless, name: 'nominatim', url, keepMs: 30 * DAY_MS }, nominatim.check),
    )
  const openPhoton = ({ url }: NonNullable<typeof lookups.photon>) =>
    photon.createPhoton(open({ ...keyless, name: 'photon', url, keepMs: DAY_MS }, photon.check))

  return {
    setlistfm: lookups.setlistfm && openSetlistfm(lookups.setlistfm),
    google: lookups.google && openGoogle(lookups.google),
    musicbrainz: lookups.musicbrainz && openMusicbrainz(lookups.musicbrainz),
    nominatim: lookups.nominatim && openNominatim(lookups.nominatim),
    photon: lookups.photon && openPhoton(lookups.photon),
    setlistfmImport: lookups.setlistfm?.attended ?? false,
    standings: () => standingsOf(db, settings),
    check: async (name) => (await checks.get(name)?.())?.result ?? null,
    close: async () => void (await Promise.all(ports.map((port) => port.close()))),
  }
}
