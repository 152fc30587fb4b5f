/**
 * Query keys, from the general to the particular: invalidating a shorter one invalidates all below it. A change of
 * viewer empties everything but the session.
 */
export const keys = {
  session: ['session'] as const,
  /** What everybody may know of this server. */
  instance: ['instance'] as const,
  /** My second steps, and where I am signed in. */
  mfa: ['security', 'mfa'] as const,
  sessions: ['security', 'sessions'] as const,
  /** Everything about shows: lists, single ones, years, setlists. */
  shows: ['shows'] as const,
  showLists: ['shows', 'list'] as const,
  showList: (filter: object) => ['shows', 'list', filter] as const,
  showYears: ['shows', 'years'] as const,
  show: (id: string) => ['shows', 'one', id] as const,
  setlist: (showId: string) => ['shows', 'one', showId, 'setlist'] as const,
  setlistSources: (showId: string) => ['shows', 'one', showId, 'setlist-sources'] as const,
  /** What others wrote down of a night, and where songs were taken from. */
  setlistsFound: (showId: string) => ['setlists-found', showId] as const,
  setlistLinks: (showId: string) => ['shows', 'one', showId, 'setlist-links'] as const,
  /** Pages that stand for many shows. */
  showPages: ['shows', 'pages'] as const,
  artist: (id: string) => ['shows', 'pages', 'artist', id] as const,
  songsOfArtist: (id: string, scope: string) => ['shows', 'pages', 'artist', id, 'songs', scope] as const,
  /** Who an artist is elsewhere, and who she or a venue might be there. */
  identity: (id: string) => ['shows', 'pages', 'artist', id, 'identity'] as const,
  identitiesFound: (id: string) => ['identities-found', id] as const,
  placesFound: (id: string) => ['places-found', id] as const,
  venue: (id: string) => ['shows', 'pages', 'venue', id] as const,
  profile: (username: string, as: string) =>
    ['shows', 'pages', 'profile', username.toLowerCase(), as] as const,
  showsOfPerson: (userId: string, as: string) => ['shows', 'list', { person: userId, as }] as const,
  search: (ask: object) => ['shows', 'search', ask] as const,
  /** What was changed of a show, an artist or a venue. */
  revisions: (of: string, id: string) => ['shows', 'revisions', of, id] as const,
  /** What might be the same show, artist or venue. */
  duplicates: (of: string, id: string) => ['shows', 'duplicates', of, id] as const,
  attendees: (showId: string) => ['shows', 'one', showId, 'attendees'] as const,
  photos: ['photos'] as const,
  photosOfShow: (showId: string) => ['photos', 'show', showId] as const,
  audio: ['audio'] as const,
  audioOfShow: (showId: string) => ['audio', 'show', showId] as const,
  videos: ['videos'] as const,
  videosOfShow: (showId: string) => ['videos', 'show', showId] as const,
  waveform: (audioId: string) => ['waveform', audioId] as const,
  /** A recording by itself. */
  recording: (audioId: string) => ['audio', 'one', audioId] as const,
  /** What was found in recordings. */
  soundLab: ['sound-lab'] as const,
  libraries: ['sound-lab', 'library'] as const,
  library: (ask: object) => ['sound-lab', 'library', ask] as const,
  libraryLabels: ['sound-lab', 'labels'] as const,
  analysis: (audioId: string) => ['sound-lab', 'analysis', audioId] as const,
  analysisStatus: (audioId: string) => ['sound-lab', 'status', audioId] as const,
  similarAudio: (audioId: string) => ['sound-lab', 'similar', audioId] as const,
  /** My tracks, by whatever they are asked for, and what was played. */
  music: ['music'] as const,
  musicLists: ['music', 'list'] as const,
  musicList: (ask: object) => ['music', 'list', ask] as const,
  musicSummary: ['music', 'summary'] as const,
  listens: (ask: object) => ['music', 'listens', ask] as const,
  playlists: ['playlists'] as const,
  playlistList: ['playlists', 'list'] as const,
  playlist: (id: string) => ['playlists', 'one', id] as const,
  /** My moods, one by one and added up. */
  moods: ['moods'] as const,
  moodHistories: ['moods', 'history'] as const,
  moodHistory: (ask: object) => ['moods', 'history', ask] as const,
  moodSummary: (days: number) => ['moods', 'summary', days] as const,
  /** What music fits which of them. */
  moodRules: ['mood-rules'] as const,
  /** My accounts elsewhere, and what plays and is fetched there. */
  connections: ['connections'] as const,
  connectionList: ['connections', 'list'] as const,
  librarySync: ['connections', 'sync'] as const,
  nowPlaying: ['connections', 'now-playing'] as const,
  devices: ['connections', 'devices'] as const,
  comments: (showId: string) => ['comments', showId] as const,
  /** Events near somewhere, on maps, on the organiser's desk. */
  events: ['events'] as const,
  eventList: (ask: object) => ['events', 'list', ask] as const,
  eventSpots: (ask: object) => ['events', 'spots', ask] as const,
  event: (id: string) => ['shows', 'one', id, 'event'] as const,
  eventCategories: ['events', 'categories'] as const,
  organizedEvents: ['events', 'organized'] as const,
  organizedList: (when: 'upcoming' | 'past') => ['events', 'organized', when] as const,
  /** What is known of a point on earth. */
  placeAt: (near: string) => ['places', near] as const,
  eventStats: (id: string) => ['events', 'stats', id] as const,
  eventStaff: (id: string) => ['events', 'staff', id] as const,
  /** Everything about conversations; what is said in them is held by their pages. */
  chat: ['chat'] as const,
  conversationList: ['chat', 'list'] as const,
  unreadMessages: ['chat', 'unread'] as const,
  conversation: (id: string) => ['chat', 'one', id] as const,
  conversationsWith: ['chat', 'with'] as const,
  conversationWith: (userId: string) => ['chat', 'with', userId] as const,
  rooms: ['chat', 'room'] as const,
  room: (showId: string) => ['chat', 'room', showId] as const,
  presentInRoom: (showId: string) => ['chat', 'present', showId] as const,
  /** What my diary adds up to. */
  dashboard: ['dashboard'] as const,
  dashboardPart: (part: string, ask: object = {}) => ['dashboard', part, ask] as const,
  /** Who sees how many of my shows and media. */
  audiences: ['audiences'] as const,
  /** How much of my room is used, and by what. */
  storage: ['storage'] as const,
  /** Whether a calendar can follow my shows. */
  calendarFeed: ['calendar-feed'] as const,
  /** Copies of what is mine. */
  exports: ['exports'] as const,
  /** What I bring along, and what was read of it. */
  imports: ['imports'] as const,
  importList: ['imports', 'list'] as const,
  import: (id: string) => ['imports', 'one', id] as const,
  importRows: (id: string, ask: object) => ['imports', 'one', id, 'rows', ask] as const,
  /** My friends, open requests, whom I might know. */
  friends: ['friends'] as const,
  friendList: (q: string) => ['friends', 'list', q] as const,
  friendRequests: (direction: 'received' | 'sent') => ['friends', 'requests', direction] as const,
  friendSuggestions: ['friends', 'suggestions'] as const,
  follows: (userId: string, side: string) => ['friends', 'follows', userId, side] as const,
  friendSearch: (q: string) => ['friends', 'search', q] as const,
  /** What those do whom I follow, or only my friends. */
  feed: ['feed'] as const,
  feedOf: (whose: 'all' | 'friends') => ['feed', whose] as const,
  /** What I was told. */
  notifications: ['notifications'] as const,
  notificationList: ['notifications', 'list'] as const,
  unreadNotifications: ['notifications', 'unread'] as const,
  notificationSettings: ['notification-settings'] as const,
  /** What was reported, for moderators. */
  cases: ['moderation'] as const,
  casesOf: (state: 'open' | 'decided') => ['moderation', state] as const,
  /** Whom I have blocked. */
  blocks: ['blocks'] as const,
  /** What admins see of accounts and of this server. */
  administration: ['administration'] as const,
  administrationList: (of: string, ask?: object) =>
    ask === undefined ? (['administration', of] as const) : (['administration', of, ask] as const),
  /** Whether I have asked to be an organiser. */
  organizerRequest: ['organizer-request'] as const,
  suggestions: (of: string, q: string) => ['suggestions', of, q] as const,
}
