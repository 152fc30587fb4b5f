import type { FastifyInstance } from 'fastify'
import helmet from 'helmet'

type Origins = {
  https: boolean
  filesOrigin: string | null
  tilesOrigin?: string | null
  artworkOrigins?: readonly string[]
}

/** Our pages may ask for the camera, which reads a mood on the device, and for where one is; nobody may for the rest. */
const PERMISSIONS = 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()'

/**
 * Headers of every answer. Scripts come from our own files only; styles may be inline because components compute
 * sizes and tints; workers from blobs are ReDoc's. WebAssembly, which counts hashes, reaches no further than
 * scripts do. Pictures and recordings may lie at `filesOrigin`, tiles of maps at `tilesOrigin`, and pictures of songs that
 * we do not keep at `artworkOrigins`.
 */
export function registerSecurityHeaders(
  app: FastifyInstance,
  { https, filesOrigin, tilesOrigin = null, artworkOrigins = [] }: Origins,
): void {
  const files = filesOrigin === null ? [] : [filesOrigin]
  const tiles = tilesOrigin === null ? [] : [tilesOrigin]
  // made once: the plugin for Fastify would put the policy together anew for every request
  const secure = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...files, ...tiles, ...artworkOrigins],
        fontSrc: ["'self'", 'data:'],
        mediaSrc: ["'self'", 'blob:', ...files],
        connectSrc: ["'self'", ...tiles],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        manifestSrc: ["'self'"],
      },
    },
    // addresses of mailed links carry tokens: nobody is told where a reader came from, not even we
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
  })
  app.addHook('onRequest', (request, reply, done) => {
    reply.raw.setHeader('permissions-policy', PERMISSIONS)
    secure(request.raw, reply.raw, done as () => void)
  })
}
