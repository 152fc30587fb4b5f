import type { Activity } from '@sharemyshows/contract/feed'

/** What happened, after the actor's name and before what it happened to. */
export function sayDeed({ type, count }: Pick<Activity, 'type' | 'count'>): string {
  const some = (one: string, more: string) => (count === 1 ? one : `${count} ${more}`)
  switch (type) {
    case 'RSVP':
      return 'is going to'
    case 'EVENT_CREATED':
      return 'announced'
    case 'CHECKIN':
      return 'arrived at'
    case 'SHOW_ADDED':
      return 'wrote down'
    case 'PHOTO_UPLOADED':
      return `added ${some('a photo', 'photos')} of`
    case 'AUDIO_UPLOADED':
      return `added ${some('a recording', 'recordings')} of`
    case 'VIDEO_UPLOADED':
      return `added ${some('a video', 'videos')} of`
    case 'COMMENT':
      return 'commented on'
    case 'FOLLOW':
      return 'follows'
    case 'FRIENDSHIP':
      return 'is now friends with'
  }
}

/** Where on the show's page it is to be seen. */
export function tabOf(type: Activity['type']): '' | '/photos' | '/audio' | '/videos' | '/comments' {
  switch (type) {
    case 'PHOTO_UPLOADED':
      return '/photos'
    case 'AUDIO_UPLOADED':
      return '/audio'
    case 'VIDEO_UPLOADED':
      return '/videos'
    case 'COMMENT':
      return '/comments'
    default:
      return ''
  }
}
