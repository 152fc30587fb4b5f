/** The invented night on the ticket of the home page: nobody's band, nobody's photos. */
export const NIGHT = {
  artist: 'Night Ferries',
  support: ['Salt & Cedar', 'Ivo Lund'],
  place: 'Paradiso, Amsterdam',
  date: '2024-12-01',
  doors: '19:00',
  setlist: ['Low Tide Radio', 'Paper Lanterns', 'Northbound', 'Ghost Orchard', 'Half a Summer'],
  encore: ['Kerosene Waltz', 'Last Boat Home'],
  counts: [
    { number: 24, word: 'photos' },
    { number: 7, word: 'songs' },
    { number: 3, word: 'friends' },
  ],
} as const
