/** A town as the list of cities has it. */
export type KnownTown = { name: string; country: string; time_zone: string; population: number }
export type KnownVenue = { name: string; city: string | null; country: string | null; time_zone: string }

/** What is known of the names of places. */
export type Gazetteer = {
  towns(name: string): readonly KnownTown[]
  /** Its code of two letters; undefined where it is no country. */
  country(name: string): string | undefined
}

/** What this server knows of names, as far as the person sees it. */
export type Known = Gazetteer & {
  isArtist(name: string): boolean
  venues(name: string): readonly KnownVenue[]
}

/** Names that something may be about. */
export type Asked = { artists: string[]; venues: string[]; towns: string[] }
