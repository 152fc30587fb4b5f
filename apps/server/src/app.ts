import path from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type pg from 'pg'
import { createFeatures } from './app/features.ts'
import { artworkOriginsOf } from './platform/config/artwork.ts'
import type { Config } from './platform/config/config.ts'
import { originOfTiles } from './platform/config/map-settings.ts'
import { version } from './platform/config/version.ts'
import { createDb, createPool, type Db } from './platform/db/connect.ts'
import { Notices } from './platform/db/notices.ts'
import { cookieNames } from './platform/http/cookies.ts'
import { createLimiter } from './platform/http/limits.ts'
import { routesOn } from './platform/http/route.ts'
import { createHttp } from './platform/http/server.ts'
import { needsOf, registerProbes, registerSystem } from './platform/http/system.ts'
import { registerWeb } from './platform/http/web.ts'
import { type JobHandlers, type JobRunner, startJobs } from './platform/jobs/jobs.ts'
import { createLive, type Live } from './platform/live/live.ts'
import type { Log } from './platform/log/log.ts'
import { registerMailbox } from './platform/mail/mailbox.ts'
import { registerMetrics } from './platform/metrics/metrics.ts'
import { originOf } from './platform/storage/create.ts'

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

const root = path.join(import.meta.dirname, '../../..')
const webDist = path.join(root, 'apps/web/dist')

/** The process as a whole: the features behind HTTP, sockets and jobs. */
export async function createApp(config: Config, databaseUrl: string, log: Log): Promise<App> {
  const pool = createPool(databaseUrl, 16, config.databaseWait)
  const db = createDb(pool)
  const notices = new Notices(databaseUrl, log)
  const https = config.publicUrl?.startsWith('https:') ?? false
  const home = config.publicUrl ?? `http://${config.host}:${config.port}`
  const trusted = config.publicUrl === null ? config.corsOrigins : [...config.corsOrigins, config.publicUrl]

  const limiter = createLimiter(config.rateLimits)
  const { features, accounts, uploads, pages, storage, transcoder } = createFeatures({
    config,
    databaseUrl,
    log,
    pool,
    db,
    notices,
    https,
    home,
  })
  const needs = needsOf(pool, storage)
  const http = await createHttp({
    log,
    version,
    https,
    filesOrigin: await originOf(storage),
    tilesOrigin: config.mapTiles && originOfTiles(config.mapTiles),
    artworkOrigins: artworkOriginsOf(config),
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
