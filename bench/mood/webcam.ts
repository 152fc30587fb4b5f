import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { chromium } from '@playwright/test'
import Fastify from 'fastify'
import { registerSecurityHeaders } from '../../apps/server/src/platform/http/security.ts'
import { findBrowser } from '../../tools/browser.ts'
import { median } from '../measure.ts'

const FRAMES = 20
const DIST = process.env.WEB_DIST || join(import.meta.dirname, '../../apps/web/dist')
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
}

/**
 * Milliseconds a frame of a webcam that shows the photo, by the web app's own reader under the product's own headers; null where
 * there is no Chromium, no ffmpeg, or no build of the web app.
 */
export async function msAFrame(photo: string): Promise<number | null> {
  const names = await readdir(join(DIST, 'assets')).catch(() => [])
  const reader = names.find((name) => /^face-reader-.*\.js$/.test(name))
  const executablePath = findBrowser()
  if (reader === undefined || executablePath === undefined) return null
  const folder = await mkdtemp(join(tmpdir(), 'sms-bench-mood-'))
  const webcam = join(folder, 'webcam.mjpeg')
  const look = ['scale=640:480:force_original_aspect_ratio=decrease', 'pad=640:480:-1:-1', 'format=yuvj420p']
  const args = ['-loop', '1', '-i', photo, '-t', '1', '-r', '10', '-vf', look.join(','), webcam]
  const server = await serve()
  try {
    if (spawnSync('ffmpeg', ['-loglevel', 'error', ...args]).status !== 0) return null
    const flags = [
      '--no-sandbox',
      '--disable-quic',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${webcam}`,
    ]
    const browser = await chromium.launch({ executablePath, args: flags })
    try {
      const page = await browser.newPage()
      await page.goto(server.url)
      return median(await page.evaluate(readFrames, { address: `/assets/${reader}`, count: FRAMES }))
    } finally {
      await browser.close()
    }
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The files of the web app, with the headers of the product. */
async function serve(): Promise<{ url: string; stop(): Promise<void> }> {
  const app = Fastify()
  registerSecurityHeaders(app, { https: false, filesOrigin: null })
  app.get('/', (_request, reply) => reply.type('text/html').send('<!doctype html><title>Webcam</title>'))
  app.get<{ Params: { name: string } }>('/assets/:name', async ({ params: { name } }, reply) =>
    reply
      .type(TYPES[extname(name)] ?? 'application/octet-stream')
      .send(await readFile(join(DIST, 'assets', name))),
  )
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), stop: () => app.close() }
}

/** Runs in the page. */
async function readFrames({ address, count }: { address: string; count: number }): Promise<number[]> {
  const { openFaceReader } = await import(address)
  const reader = await openFaceReader({ onProgress: () => {}, signal: new AbortController().signal })
  const page = globalThis as unknown as {
    navigator: { mediaDevices: { getUserMedia(wish: object): Promise<unknown> } }
    document: { createElement(name: string): { srcObject: unknown; muted: boolean; play(): Promise<void> } }
  }
  const video = page.document.createElement('video')
  video.muted = true
  video.srcObject = await page.navigator.mediaDevices.getUserMedia({ video: true })
  await video.play()
  const times: number[] = []
  for (let frame = 0; frame <= count; frame++) {
    const start = performance.now()
    const { landmarks_detected } = await reader.read(video)
    if (!landmarks_detected) throw new Error('the webcam shows a face, and none was found')
    times.push(performance.now() - start)
  }
  // the first run of each net takes many times as long as the others
  return times.slice(1)
}
