import { MOST_STREAMS } from '../limits.ts'
import type { Source } from '../transcoder.ts'

/** Before everything: it asks nobody, and says only what went wrong. */
export const QUIET = ['-hide_banner', '-loglevel', 'error'] as const

/**
 * One file, opened by one reader, which may open nothing else: no playlist, no second file, no address, not even the
 * subtitles that an AVI may carry inside it.
 */
export const reader = ({ path, container }: Source): string[] => [
  ...['-protocol_whitelist', 'file', '-format_whitelist', container, '-f', container],
  ...['-max_streams', String(MOST_STREAMS)],
  ...(container === 'mov' ? ['-enable_drefs', '0', '-use_absolute_path', '0'] : []),
  ...['-i', `file:${path}`],
]

/** What an output never takes over: data about the recording, chapters, and every stream but those named. */
export const BARE = [
  ...['-map_metadata', '-1', '-map_chapters', '-1', '-sn', '-dn'],
  ...['-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact'],
]
