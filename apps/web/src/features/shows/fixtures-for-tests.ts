import type { Attendance } from '@sharemyshows/contract/attendance'
import type { Show } from './model'

const stamps = { created_at: '2024-12-01T19:00:00.000Z', updated_at: '2024-12-01T19:00:00.000Z' }
const artist = (name: string) => ({ id: name, name, mbid: null })

/** My part in a show, going unless said otherwise. */
export const attendanceOf = (part: Partial<Attendance> = {}): Attendance => ({
  id: 'attendance',
  rsvp: null,
  state: 'going',
  method: 'manual',
  arrived_at: null,
  left_at: null,
  notes: null,
  rating: null,
  audience: 'public',
  ...stamps,
  ...part,
})

/** A show in Utrecht on 1 December 2024 at eight, that I have nothing to do with unless said otherwise. */
export const showOf = (part: Partial<Show> = {}): Show => ({
  id: 'show',
  title: null,
  artist_name: 'Spinvis',
  venue_name: 'TivoliVredenburg',
  venue_address: 'Vredenburgkade 11',
  venue_city: 'Utrecht',
  venue_state: null,
  venue_country: 'NL',
  venue_latitude: null,
  venue_longitude: null,
  show_date: '2024-12-01',
  show_time: '20:00',
  starts_at: '2024-12-01T19:00:00.000Z',
  time_zone: 'Europe/Amsterdam',
  status: 'scheduled',
  event: false,
  notes: null,
  is_public: true,
  artist: artist('Spinvis'),
  venue: {
    id: 'venue',
    name: 'TivoliVredenburg',
    address: 'Vredenburgkade 11',
    city: 'Utrecht',
    state: null,
    country: 'NL',
    time_zone: 'Europe/Amsterdam',
  },
  lineup: ['Spinvis', 'Roosbeef'].map((name, index) => ({
    id: name,
    position: index + 1,
    artist: artist(name),
  })),
  cover: null,
  my_attendance: null,
  counts: { photos: 0, audio: 0, videos: 0, comments: 0, songs: 0, attendees: 1 },
  ...stamps,
  ...part,
})
