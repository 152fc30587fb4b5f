import type { IncomingMessage } from 'node:http'

/** Fewer bytes than this in one window is slower than any phone sends that still has a signal. */
const LEAST_BYTES = 16_384

/**
 * Cuts the connection of a body that trickles in: silence is noticed by the socket's own timeout, a byte a second is
 * not, and would hold the request for as long as the largest upload may take.
 */
export function cutSlowBody(request: IncomingMessage, windowMs: number): void {
  const { 'content-length': length, 'transfer-encoding': chunked } = request.headers
  if (chunked === undefined && (length === undefined || length === '0')) return
  let seen = request.socket.bytesRead
  const timer = setInterval(() => {
    if (request.complete) return clearInterval(timer)
    const { bytesRead } = request.socket
    // what waits for us is not the sender's delay
    if (bytesRead - seen < LEAST_BYTES && request.readableLength === 0) request.socket.destroy()
    seen = bytesRead
  }, windowMs)
  timer.unref()
  request.once('close', () => clearInterval(timer))
}
