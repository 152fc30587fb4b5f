/** Somebody of the made-up world; `home` is a city of places.ts, `taste` the genres she goes out for. */
export type Person = {
  username: string
  display_name: string
  home: string
  taste: readonly string[]
  bio: string
  phone: { make: string; model: string }
}

const larch = { make: 'Larch', model: 'Larch 9' }
const kestrel = { make: 'Kestrel', model: 'K40' }
const otter = { make: 'Otter', model: 'Otter Mini 3' }

export const people: readonly Person[] = [
  {
    username: 'noor',
    display_name: 'Noor van Dijk',
    home: 'Utrecht',
    taste: ['indie', 'folk', 'dutch'],
    bio: 'Front row, left. Keeps every ticket since 2014.',
    phone: larch,
  },
  {
    username: 'jonas',
    display_name: 'Jonas Weber',
    home: 'Berlin',
    taste: ['electronic', 'post-punk'],
    bio: 'Sound engineer on weekdays, somewhere near the desk on weekends.',
    phone: kestrel,
  },
  {
    username: 'ines',
    display_name: 'Inês Carvalho',
    home: 'Lisbon',
    taste: ['fado', 'indie', 'jazz'],
    bio: 'Sings along in three languages, well in one.',
    phone: larch,
  },
  {
    username: 'eilidh',
    display_name: 'Eilidh Fraser',
    home: 'Glasgow',
    taste: ['folk', 'post-punk', 'metal'],
    bio: 'If there is a fiddle or a feedback loop, I am in.',
    phone: otter,
  },
  {
    username: 'sami',
    display_name: 'Sami Haddad',
    home: 'Berlin',
    taste: ['electronic', 'soul', 'jazz'],
    bio: 'Late shows only.',
    phone: larch,
  },
  {
    username: 'lotte',
    display_name: 'Lotte Jansen',
    home: 'Rotterdam',
    taste: ['metal', 'post-punk', 'dutch'],
    bio: 'Earplugs and strong opinions about snare drums.',
    phone: kestrel,
  },
  {
    username: 'callum',
    display_name: 'Callum Reid',
    home: 'Glasgow',
    taste: ['indie', 'folk', 'soul'],
    bio: 'Writes down setlists on beer mats, types them in on Mondays.',
    phone: kestrel,
  },
  {
    username: 'amara',
    display_name: 'Amara Diallo',
    home: 'Paris',
    taste: ['soul', 'jazz', 'electronic'],
    bio: 'Plays bass badly, listens to it carefully.',
    phone: otter,
  },
  {
    username: 'tomas',
    display_name: 'Tomás Ferreira',
    home: 'Porto',
    taste: ['fado', 'electronic', 'metal'],
    bio: 'Drives six hours for a support act.',
    phone: larch,
  },
  {
    username: 'freya',
    display_name: 'Freya Lindqvist',
    home: 'Copenhagen',
    taste: ['indie', 'electronic', 'soul'],
    bio: 'Collects venues. Ninety-one so far.',
    phone: otter,
  },
  {
    username: 'bram',
    display_name: 'Bram de Wit',
    home: 'Amsterdam',
    taste: ['dutch', 'soul', 'indie'],
    bio: 'Has stood behind every tall person in the Netherlands.',
    phone: kestrel,
  },
  {
    username: 'yuki',
    display_name: 'Yuki Arai',
    home: 'London',
    taste: ['jazz', 'post-punk', 'indie'],
    bio: 'Takes one photo a night and means it.',
    phone: larch,
  },
]

/** Everybody's password; made-up people may share one. */
export const PASSWORD = 'one more song before home'
export const emailOf = (person: Person): string => `${person.username}@example.org`
