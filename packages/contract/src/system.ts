import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const tag = 'System'

const Health = z.object({ status: z.literal('ok') }).meta({ id: 'Health', example: { status: 'ok' } })

export const health = endpoint({
  id: 'health',
  method: 'GET',
  path: '/health',
  tag,
  summary: 'The process is alive',
  security: 'none',
  answers: { 200: Health },
  problems: [],
})

export const systemStatus = endpoint({
  id: 'systemStatus',
  method: 'GET',
  path: '/status',
  tag,
  summary: 'Name, version and how long the server has been up (seconds)',
  security: 'none',
  answers: {
    200: z
      .object({
        name: z.string(),
        version: z.string(),
        status: z.enum(['ok', 'degraded']),
        uptime: z.number(),
        docs: z.string(),
      })
      .meta({
        id: 'SystemStatus',
        example: { name: 'ShareMyShows', version: '0.1.0', status: 'ok', uptime: 12.5, docs: '/api/docs' },
      }),
  },
  problems: ['unavailable'],
})
