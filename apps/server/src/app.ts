import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type pg from 'pg'
import { createAccounts } from './features/accounts/feature.ts'
import { createAdministration } from './features/administration/feature.ts'
import { createAnalysis } from './features/analysis/feature.ts'
import { createArtists } from './features/artists/feature.ts'
import { createAttendance } from './features/attendance/feature.ts'
import { createAudit } from './features/audit/feature.ts'
import { createCalendars } from './features/calendars/feature.ts'
import { createCatalog } from './features/catalog/feature.ts'
import { createChat } from './features/chat/feature.ts'
import { createComments } from './features/comments/feature.ts'
import { createConnections } from './features/connections/feature.ts'
import { createDashboard } from './features/dashboard/feature.ts'
import { createEvents } from './features/events/feature.ts'
import { createFeed } from './features/feed/feature.ts'
import { createFriends } from './features/friends/feature.ts'
import { createHistory } from './features/history/feature.ts'
import { createInstance } from './features/instance/feature.ts'
import { createInvitations } from './features/invitations/feature.ts'
import { createMedia } from './features/media/feature.ts'
import { createModeration } from './features/moderation/feature.ts'
import { createMoods } from './features/moods/feature.ts'
import { createMusic } from './features/music/feature.ts'
import { createNotifications } from './features/notifications/feature.ts'
import { createOrganizers } from './features/organizers/feature.ts'
import { createPages } from './features/pages/feature.ts'
import { createPeople } from './features/people/feature.ts'
import { createPlaylists } from './features/playlists/feature.ts'
import { createSearch } from './features/search/feature.ts'
import { createSetlist } from './features/setlist/feature.ts'
import { createShows } from './features/shows/feature.ts'
import { createSoundnet } from './features/soundnet/feature.ts'
import { createSpotify } from './features/spotify/feature.ts'
import { createTransfers } from './features/transfers/feature.ts'
import { createUploads } from './features/uploads/feature.ts'
import { createVenues } from './features/venues/feature.ts'
import type { Config } from './platform/config/config.ts'
import { originOfTiles } from './platform/config/map-settings.ts'
import { createDb, createPool, type Db } from './platform/db/connect.ts'
import type { Forget } from './platform/db/forget.ts'
import { Notices } from './platform/db/notices.ts'
import { cookieNames } from './platform/http/cookies.ts'
import { createLimiter } from './platform/http/limits.ts'
import { type Routes, routesOn } from './platform/http/route.ts'
import { createHttp } from './platform/http/server.ts'
import { needsOf, registerProbes, registerSystem } from './platform/http/system.ts'
import { registerWeb } from './platform/http/web.ts'
import { type JobHandlers, type JobRunner, startJobs } from './platform/jobs/jobs.ts'
import { createLive, type Live, type LivePart } from './platform/live/live.ts'
import type { Log } from './platform/log/log.ts'
import { createMail } from './platform/mail/mail.ts'
import { hasMailbox, registerMailbox } from './platform/mail/mailbox.ts'
import { registerMetrics } from './platform/metrics/metrics.ts'
import { createModels } from './platform/models/models.ts'
import { createStorage, originOf } from './platform/storage/create.ts'
import { removing } from './platform/storage/remove-files.ts'
import { createTranscoder } from './platform/transcode/create.ts'
import { createParts } from './platform/uploads/create.ts'

export type App = {
  http: FastifyInstance
  db: Db
  pool: pg.Pool
  /** Starts listening and, with the worker role, the jobs; gives the address. */
  start(): Promise<string>
  /** Finds out which tools this machine has, and logs it; jobs that need one find it by themselves. */
  announceTools(): Promise<void>
  close(): Promise<void>
}

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

const root = path.join(import.meta.dirname, '../../..')
const version: string = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version
const webDist = path.join(root, 'apps/web/dist')
/** Spotify's pictures are linked to and not kept. */
const SPOTIFY_PICTURES = 'https://i.scdn.co'

/** The composition root: the one file that knows all features and hands each what it asks for. */
export async function createApp(config: Config, databaseUrl: string, log: Log): Promise<App> {
  const pool = createPool(databaseUrl, 16, config.databaseWait)
  const db = createDb(pool)
  const notices = new Notices(databaseUrl, log)
  const https = config.publicUrl?.startsWith('https:') ?? false
  const home = config.publicUrl ?? `http://${config.host}:${config.port}`
  const trusted = config.publicUrl === null ? config.corsOrigins : [...config.corsOrigins, config.publicUrl]

  const limiter = createLimiter(config.rateLimits)
  const audit = createAudit({ db })
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
    ways: {
      mail: config.smtpUrl === null ? 'folder' : 'smtp',
      mailbox: hasMailbox(config),
    },
    map: config.mapTiles,
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
  const setlist = createSetlist({ db, attendance, history })
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
  const transfers = createTransfers({
    db,
    storage,
    audit,
    home,
    avatarFiles: people.avatarFiles,
    tell: accounts.tell,
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
    shows,
    events,
    search,
    history,
    artists,
    venues,
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
    { jobs: removing(storage) },
  ]

  const needs = needsOf(pool, storage)
  const http = await createHttp({
    log,
    version,
    https,
    filesOrigin: await originOf(storage),
    tilesOrigin: config.mapTiles && originOfTiles(config.mapTiles),
    artworkOrigin: config.spotify && SPOTIFY_PICTURES,
    corsOrigins: trusted,
    trustProxy: config.trustProxy,
    limiter,
    authenticate: accounts.authenticate,
    tus: uploads.tus,
  })
  await http.register(
    async (api) => {
      const routes = routesOn(api, db)
      registerSystem(routes, needs, version)
      for (const feature of features) feature.routes?.(routes)
    },
    { prefix: '/api/v1' },
  )
  registerProbes(http, needs)
  registerMetrics(http, config.metricsToken)
  registerMailbox(http, config)
  pages.serve(http)
  const info = { name: 'ShareMyShows', version, api: '/api/v1', docs: '/api/docs' }
  const sessionCookies = Object.values(cookieNames(https))
  const isStranger = ({ cookies }: FastifyRequest) => sessionCookies.every((name) => !cookies[name])
  await registerWeb(http, webDist, info, pages, isStranger)

  let live: Live | undefined
  let jobs: JobRunner | undefined
  return {
    http,
    db,
    pool,
    async start() {
      await notices.start()
      for (const feature of features) await feature.start?.()
      if (config.roles.worker) {
        const crontab = features.flatMap((feature) => feature.cron ?? []).join('\n')
        const quick: JobHandlers = Object.assign({}, ...features.map((feature) => feature.jobs))
        const heavy: JobHandlers = Object.assign({}, ...features.map((feature) => feature.heavyJobs))
        const analyses: JobHandlers = Object.assign({}, ...features.map((feature) => feature.analysisJobs))
        jobs = await startJobs(databaseUrl, { quick, heavy, analyses }, crontab, log, {
          heavy: config.transcodesAtOnce,
          analyses: config.analysesAtOnce,
        })
      }
      if (!config.roles.web) return 'the worker role'
      live = createLive(http.server, notices, {
        db,
        limiter,
        rateLimits: config.rateLimits,
        authenticate: accounts.authenticate,
        tokenOf: (header) => http.parseCookie(header)[cookieNames(https).access],
        corsOrigins: trusted,
        parts: features.flatMap((feature) => feature.live ?? []),
        log,
      })
      return http.listen({ host: config.host, port: config.port })
    },
    announceTools: transcoder.announce,
    async close() {
      await live?.stop()
      await Promise.all(features.map((feature) => feature.drain?.()))
      // whatever connection was busy a moment ago is idle now, and would be kept for another minute
      const idle = setInterval(() => http.server.closeIdleConnections(), 50)
      await http.close().finally(() => clearInterval(idle))
      await jobs?.stop()
      await notices.close()
      await db.destroy()
    },
  }
}
