/** What speaks for an entry of a calendar being a concert, and what against it. */
export type Evidence = {
  artistKnown: boolean
  venueKnown: boolean
  /** Words of it, or the name of its calendar, say so. */
  saysConcert: boolean
  /** Words of it say that it is something else. */
  saysOtherwise: boolean
  /** It is written as people write concerts down: who, and then where. */
  namesBoth: boolean
  /** In the evening, or without a time. */
  atNight: boolean
}

const WEIGHTS: Record<keyof Evidence, number> = {
  artistKnown: 2,
  venueKnown: 2,
  saysConcert: 2,
  namesBoth: 1,
  atNight: 1,
  saysOtherwise: -3,
}
const SURE = 4
const LIKELY = 2

/** `sure` is imported, `likely` is, too, and named as a guess; `unlikely` stays out, or a whole diary would come in. */
export function judge(evidence: Evidence): 'sure' | 'likely' | 'unlikely' {
  const { artistKnown, venueKnown, saysConcert, namesBoth } = evidence
  const weight = Object.entries(WEIGHTS).reduce(
    (sum, [name, counts]) => sum + (evidence[name as keyof Evidence] ? counts : 0),
    0,
  )
  if (weight >= SURE) return 'sure'
  // an evening somewhere is no evidence yet
  const speaks = artistKnown || venueKnown || saysConcert || namesBoth
  return weight >= LIKELY && speaks ? 'likely' : 'unlikely'
}
