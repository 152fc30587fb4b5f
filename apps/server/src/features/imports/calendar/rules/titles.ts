/** What the title of a calendar's entry may say: who, and behind what kind of mark something else. */
export type Title = {
  /** All of it, without what decorates it. */
  whole: string
  left: string
  right: string | null
  mark: 'at' | 'in' | 'dash' | 'colon' | null
}

/** What people call a concert in their calendars, in the languages of our neighbours. */
const CONCERT =
  '(?:concert|concerto|concierto|konzert|konsert|koncert|gig|live|optreden|live show|live music|festival)'
const LABEL = new RegExp(
  `^${CONCERT}\\s*(?::|[–—|-]\\s)\\s*|^(?:gig|con[cz]erto?|concierto|kon[sc]ert|konzert)\\s+(?:(?:of|by|von|van|met|mit)\\s+)?`,
  'iu',
)
const TRAILING = new RegExp(
  `\\s*(?:[([](?:${CONCERT}|in concert|tickets?)[)\\]]|\\s(?:live|in concert|${CONCERT}|tickets?))$`,
  'iu',
)
const ORNAMENT = '(?:\\p{Extended_Pictographic}|\\p{Emoji_Modifier}|\\u200d|\\ufe0f|[\\s*•·])+'
const DECORATION = new RegExp(`^${ORNAMENT}|${ORNAMENT}$`, 'gu')

const MARKS: readonly [Exclude<Title['mark'], null>, RegExp][] = [
  // of several the last: who plays may be called At the Drive-In
  ['at', /^(.*\S)\s+(?:at|@)\s+(.+)$/iu],
  ['at', /^([^@]*[^@\s])\s*@\s*([^@]+)$/u],
  ['in', /^(.*\S)\s+(?:live|in concert)\s+in\s+(.+)$/iu],
  ['dash', /^(.*?\S)\s+[–—|-]\s+(.+)$/u],
  ['colon', /^([^:]*[^:\s]):\s+(.+)$/u],
]

/** Longer titles are none. */
const MOST_LETTERS = 700

/** Takes a title apart as far as its marks tell. */
export function readTitle(summary: string): Title {
  const plain = summary
    .slice(0, MOST_LETTERS)
    .normalize('NFC')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(DECORATION, '')
  const whole = trailed(plain.replace(LABEL, ''))
  for (const [mark, shape] of MARKS) {
    const [, left, right] = shape.exec(whole) ?? []
    if (left !== undefined && right !== undefined)
      return { whole, left: trailed(left), right: right.trim(), mark }
  }
  return { whole, left: whole, right: null, mark: null }
}

/** Without what only says that it is a concert; what says nothing else stays as it is. */
const trailed = (text: string): string => text.replace(TRAILING, '').trim() || text.trim()

const BETWEEN = /\s*(?:,|\s\+|\sw\/|\swith|\splus|[([]?\s?(?:support(?:ed by)?:?|feat\.|ft\.))\s+/iu

/** The acts of a bill, the headliner first. */
export const actsIn = (bill: string): string[] =>
  bill
    .split(BETWEEN)
    .map((act) => act.replaceAll(/^[([]+|[)\]]+$/g, '').trim())
    .filter(Boolean)
    .slice(0, 51)

const SAYS_CONCERT =
  /(?:^|[^\p{L}])(?:concerts?|concertos?|conciertos?|konzerte?|konserter?|koncert(?:er)?|gigs?|optredens?|live (?:show|music|in|at|@)|live|world tour|tour(?:nee|née)?|festivals?|doors(?: open)?|support act|setlist|box office|ticketmaster)(?:[^\p{L}]|$)/iu

/** True where words say that it is a concert. */
export const saysConcert = (text: string): boolean => SAYS_CONCERT.test(text)

const SAYS_OTHERWISE =
  /(?:^|[^\p{L}])(?:dinner|lunch|breakfast|brunch|coffee|drinks|diner|eten|koffie|borrel|meeting|call|zoom|teams|stand-?up|interview|review|retro|sync|1:1|workshop|training|course|class|lesson|les|cursus|dentist|tandarts|zahnarzt|doctor|dr\.|huisarts|arzt|gp|hospital|appointment|afspraak|termin|physio|haircut|kapper|yoga|pilates|gym|football|match|birthday|verjaardag|geburtstag|wedding|party|flight|vlucht|flug|train|hotel|check-?in|holiday|vakantie|urlaub|school|exam|deadline|garage|vet|cinema|movie|film)(?:[^\p{L}]|$)/iu

/** True where words say that it is something else. */
export const saysOtherwise = (text: string): boolean => SAYS_OTHERWISE.test(text)
