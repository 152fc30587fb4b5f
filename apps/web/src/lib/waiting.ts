import { ApiProblem } from './problem'

/**
 * For changes that are seen at once: they are tried at once, too, and wait where there is no network until it is back,
 * while what they change stays on the screen. Any other failure is one.
 */
export const waitsForNetwork = {
  networkMode: 'offlineFirst',
  retry: (_failures: number, error: Error) => error instanceof ApiProblem && error.code === 'offline',
  retryDelay: 500,
} as const
