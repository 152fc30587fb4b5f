import type pg from 'pg'
import { createAccounts } from '../features/accounts/feature.ts'
import { createAdministration } from '../features/administration/feature.ts'
import { createAnalysis } from '../features/analysis/feature.ts'
import { createArtists } from '../features/artists/feature.ts'
import { createAttendance } from '../features/attendance/feature.ts'
import { createAudit } from '../features/audit/feature.ts'
import { createCalendars } from '../features/calendars/feature.ts'
import { createCatalog } from '../features/catalog/feature.ts'
import { createChat } from '../features/chat/feature.ts'
import { createComments } from '../features/comments/feature.ts'
import { createConnections } from '../features/connections/feature.ts'
import { createDashboard } from '../features/dashboard/feature.ts'
import { createEnrichment } from '../features/enrichment/feature.ts'
import { createEvents } from '../features/events/feature.ts'
import { createFeed } from '../features/feed/feature.ts'
import { createFriends } from '../features/friends/feature.ts'
import { createHistory } from '../features/history/feature.ts'
import { createImports } from '../features/imports/feature.ts'
import { createInstance } from '../features/instance/feature.ts'
import { createInvitations } from '../features/invitations/feature.ts'
import { createLookups } from '../features/lookups/feature.ts'
import { createMedia } from '../features/media/feature.ts'
import { createModeration } from '../features/moderation/feature.ts'
import { createMoods } from '../features/moods/feature.ts'
import { createMusic } from '../features/music/feature.ts'
import { createNotifications } from '../features/notifications/feature.ts'
import { createOrganizers } from '../features/organizers/feature.ts'
import { createPages } from '../features/pages/feature.ts'
import { createPeople } from '../features/people/feature.ts'
import { createPlaylists } from '../features/playlists/feature.ts'
import { createSearch } from '../features/search/feature.ts'
import { createSetlist } from '../features/setlist/feature.ts'
import { createShows } from '../features/shows/feature.ts'
import { createSoundnet } from '../features/soundnet/feature.ts'
import { createSpotify } from '../features/spotify/feature.ts'
import { createTransfers } from '../features/transfers/feature.ts'
import { createUploads } from '../features/uploads/feature.ts'
import { createVenues } from '../features/venues/feature.ts'
import type { Config } from '../platform/config/config.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Forget } from '../platform/db/forget.ts'
import type { Notices } from '../platform/db/notices.ts'
import type { Routes } from '../platform/http/route.ts'
import type { JobHandlers } from '../platform/jobs/jobs.ts'
import type { LivePart } from '../platform/live/live.ts'
import type { Log } from '../platform/log/log.ts'
import { createMail } from '../platform/mail/mail.ts'
import { hasMailbox } from '../platform/mail/mailbox.ts'
import { createModels } from '../platform/models/models.ts'
import { createPorts } from '../platform/providers/create-ports.ts'
import { createStorage } from '../platform/storage/create.ts'
import { removing } from '../platform/storage/remove-files.ts'
import { createTranscoder } from '../platform/transcode/create.ts'
import { createParts } from '../platform/uploads/create.ts'

/** What a feature may bring; the parts it lacks it leaves out. */
type Feature = {
  routes?: (routes: Routes) => void
  live?: LivePart
  jobs?: JobHandlers
  /** Those that take minutes and a core, done beside the others. */
  heavyJobs?: JobHandlers
  /** Those that take a thread of their own, in a lane of theirs. */
  analysisJobs?: JobHandlers
  cron?: string
  /** Done once before the process serves. */
  start?: () => Promise<void>
  /** Lets go of requests that wait for something or take long, because the process stops. */
  drain?: () => void | Promise<void>
  /** Lets go of what it keeps of a person who leaves; what hangs on her row alone goes with that. */
  forget?: Forget
}

/** Those elsewhere who may be asked about artists, setlists and places. */
const ASKED = ['setlistfm', 'google', 'musicbrainz', 'nominatim', 'photon'] as const

/** What features are made of: the process that they are parts of. */
type Parts = {
  config: Config
  databaseUrl: string
  log: Log
  pool: pg.Pool
  db: Db
  notices: Notices
  /** Whether people reach us by https, and where. */
  https: boolean
  home: string
}

/**
 * The composition root: the one file that knows all features and hands each what it asks for. Besides the list it gives those
 * that the process itself has to know.
 */
export function createFeatures({ config, databaseUrl, log, pool, db, notices, https, home }: Parts) {
  const audit = createAudit({ db })
  const ports = createPorts({ db, log, settings: config, timeoutMs: config.providerTimeout })
  const accounts = createAccounts({
    db,
    pool,
    notices,
    secret: config.sessionSecret,
    https,
    rateLimits: config.rateLimits,
    home,
    audit,
    admit: (...arrival) => instance.admit(...arrival),
    // mails last: the others may still have some sent
    forgetting: () => features.toReversed().flatMap((feature) => feature.forget ?? []),
    spotify: (personId) => connections.standing(personId),
  })
  const invitations = createInvitations({ db, audit, home, tokens: accounts.tokens })
  const organizers = createOrganizers({
    db,
    audit,
    home,
    changeRole: accounts.changeRole,
    tell: accounts.tell,
  })
  const instance = createInstance({
    db,
    audit,
    invitations,
    organizers,
    log,
    told: {
      mail: config.smtpUrl === null ? 'folder' : 'smtp',
      mailbox: hasMailbox(config),
      map: config.mapTiles,
      asks: ASKED.filter((name) => config.lookups[name] !== null),
      imports: ['csv', 'ics', 'export', ...(ports.setlistfmImport ? (['setlistfm'] as const) : [])],
    },
  })
  const administration = createAdministration({
    db,
    audit,
    accounts,
    confirmPassword: accounts.confirmPassword,
  })
  const history = createHistory({ db })
  const catalog = createCatalog({
    db,
    databaseUrl,
    history,
    // shows are made of what the catalog settles, and follow when it merges
    shows: {
      moveToArtist: (...merge) => shows.moveToArtist(...merge),
      moveToVenue: (...merge) => shows.moveToVenue(...merge),
      followZone: (...venue) => shows.followZone(...venue),
    },
  })
  const feed = createFeed({ db })
  const notifications = createNotifications({ db, home })
  const friends = createFriends({ db, note: feed.note, tell: notifications.tell })
  const attendance = createAttendance({ db, note: feed.note, tell: notifications.tell })
  const storage = createStorage(config, log)
  const transcoder = createTranscoder(config, log)
  const media = createMedia({
    db,
    notices,
    storage,
    transcoder,
    quota: config.storageQuota,
    join: attendance.join,
    note: feed.note,
    added: (...added) => music.hearAdded(...added),
    listeners: [(...heard) => analysis.hearReady(...heard)],
  })
  const models = createModels(config, log)
  const analysis = createAnalysis({
    db,
    notices,
    storage,
    transcoder,
    // an analysis made without it is made again once it is there
    model: () => models.tagging({ wait: 15_000 }),
    listAudio: media.listAudio,
    tellShow: media.tellShow,
    heard: (...heard) => music.hearFound(...heard),
  })
  const uploads = createUploads({
    db,
    notices,
    storage,
    parts: createParts(config),
    quota: config.storageQuota,
    media,
  })
  const setlist = createSetlist({
    db,
    attendance,
    history,
    followed: (...move) => enrichment.moveLinks(...move),
  })
  const search = createSearch({ db })
  const chat = createChat({ db, tell: notifications.tell, readTopic: notifications.readTopic })
  const comments = createComments({ db, listeners: [notifications.hearComment, feed.hearComment] })
  const shows = createShows({
    db,
    catalog,
    attendance,
    history,
    find: search.find,
    releaseMedia: media.releaseMedia,
    note: feed.note,
    moving: [
      attendance.moveToShow,
      media.moveToShow,
      uploads.moveToShow,
      comments.moveToShow,
      chat.moveToShow,
      notifications.moveToShow,
      (...move) => moderation.moveToShow(...move),
      feed.moveToShow,
    ],
    moveSetlist: setlist.moveToShow,
    putSetlistBack: setlist.putBack,
    putIdentityBack: catalog.putIdentityBack,
    moved: (...move) => events.moved(...move),
  })
  const events = createEvents({
    db,
    find: search.find,
    describing: shows.describing,
    storage,
    shows: shows.organising,
    catalog,
    attendance,
    note: feed.note,
    tell: notifications.tell,
  })
  const dashboard = createDashboard({ db })
  const connections = createConnections({
    db,
    log,
    secret: config.sessionSecret,
    spotify: config.spotify,
    timeoutMs: config.providerTimeout,
    resume: accounts.resume,
    dropped: [(...left) => spotify.hearDropped(...left)],
  })
  const calendars = createCalendars({ db, home, tokens: accounts.calendarTokens })
  const artists = createArtists({ db })
  const venues = createVenues({ db })
  const people = createPeople({
    db,
    storage,
    ties: friends,
    readMe: accounts.readMe,
    replaceAvatar: accounts.replaceAvatar,
  })
  const moods = createMoods({ db, audit })
  const music = createMusic({
    db,
    rulesOf: moods.rulesOf,
    described: config.soundnet !== null,
    playAtSpotify: (...asked) => spotify.playAtSpotify(...asked),
    takeOffLists: (...gone) => playlists.takeOff(...gone),
  })
  const playlists = createPlaylists({ db, fileNames: media.fileNames })
  const soundnet = createSoundnet({
    db,
    log,
    settings: config.soundnet,
    timeoutMs: config.providerTimeout,
    awaitedSongs: music.awaitedSongs,
    describeSong: music.describeSong,
  })
  const spotify = createSpotify({
    db,
    spotifyFor: connections.spotifyFor,
    takeSongs: music.takeSongs,
    dropSongs: music.dropSongs,
    beginAsking: soundnet.beginAsking,
    playlists,
  })
  const moderation = createModeration({
    db,
    audit,
    tell: notifications.tell,
    suspend: accounts.suspendAsModerator,
    readRendition: media.readRendition,
    takeAway: {
      show: (tx, _by, id) => shows.hide(tx, id),
      photo: (tx, _by, id) => media.remove(tx, id),
      audio: (tx, _by, id) => media.remove(tx, id),
      video: (tx, _by, id) => media.remove(tx, id),
      comment: comments.remove,
      message: chat.remove,
      person: async (tx, _by, id) => {
        await accounts.clearProfile(tx, id)
        await people.removeAvatar(tx, id)
      },
    },
  })
  const lookups = createLookups({
    db,
    ports,
    suggestArtists: catalog.suggestArtists,
    suggestVenues: catalog.suggestVenues,
    suggestCities: catalog.suggestCities,
    findVenues: search.findVenues,
    readShow: shows.read,
  })
  const enrichment = createEnrichment({
    db,
    ports,
    coverArtUrl: config.lookups.musicbrainz?.coverArtUrl ?? null,
    attendance,
    setlist,
    catalog,
    lookups,
  })
  const transfers = createTransfers({
    db,
    storage,
    audit,
    home,
    avatarFiles: people.avatarFiles,
    occasionOf: calendars.occasionOf,
    tell: accounts.tell,
  })
  const imports = createImports({
    db,
    log,
    storage,
    temporary: storage.temporary,
    shows,
    attendance,
    setlist,
    catalog,
    accounts,
    people,
    notifications,
    media,
    comments,
    moods,
    music,
    playlists,
    setlistfm: ports.setlistfmImport ? ports.setlistfm : null,
  })
  const pages = createPages({
    db,
    publicUrl: config.publicUrl,
    home,
    shows,
    events,
    artists,
    venues,
    people,
    photo: (viewer, id) => media.readRendition(viewer, 'photo', id, 'display'),
  })
  const features: Feature[] = [
    createMail({ db, ...config }),
    audit,
    instance,
    invitations,
    organizers,
    administration,
    accounts,
    catalog,
    attendance,
    media,
    analysis,
    uploads,
    setlist,
    enrichment,
    shows,
    events,
    search,
    history,
    artists,
    venues,
    lookups,
    people,
    comments,
    chat,
    friends,
    feed,
    notifications,
    moderation,
    moods,
    music,
    playlists,
    soundnet,
    spotify,
    dashboard,
    calendars,
    connections,
    transfers,
    imports,
    { jobs: removing(storage) },
    { drain: ports.close },
  ]
  return { features, accounts, uploads, pages, storage, transcoder }
}
