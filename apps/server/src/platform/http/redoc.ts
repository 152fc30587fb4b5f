import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { FastifyInstance } from 'fastify'

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>ShareMyShows API</title></head>
<body style="margin:0"><redoc spec-url="/api/openapi.json"></redoc>
<script src="/api/redoc/redoc.standalone.js"></script></body>
</html>
`

/** The API as one readable page. Its script draws styles of its own and starts a worker from a blob. */
export async function registerRedoc(app: FastifyInstance): Promise<void> {
  const script = createRequire(import.meta.url).resolve('redoc/bundles/redoc.standalone.js')
  app.get('/api/redoc', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/html').send(page),
  )
  app.get('/api/redoc/redoc.standalone.js', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type('text/javascript')
      .header('cache-control', 'public, max-age=86400')
      .send(await readFile(script)),
  )
}
