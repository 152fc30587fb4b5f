import { sayMood } from '@/lib/moods'
import type { DjState } from './dj'
import { comingIn } from './queue'

/** What has changed, for those who do not see the page. */
export function sayNews({ mood, source, list, queue }: DjState): string {
  if (source === null) return ''
  const said = source === 'corrected' ? `${sayMood(mood)}, and remembered` : sayMood(mood)
  if (list === 'asking') return `${said}. Looking for songs.`
  const count = comingIn(queue).length
  return list === 'here' ? `${said}. ${count} ${count === 1 ? 'song' : 'songs'} to come.` : said
}

/** What the queue is called as a playlist: "Happy, 2 December 2024". */
export function nameQueue(mood: DjState['mood'], date: Date): string {
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format(
    date,
  )
  return mood === null ? day : `${sayMood(mood)}, ${day}`
}
