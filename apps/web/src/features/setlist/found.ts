import type { LookedUpSetlist } from '@sharemyshows/contract/lookups'
import { sayVenue } from '@/lib/places'
import type { NewSong } from './model'
import { MOST_SETS } from './sections'

/** A song that others wrote down, as somebody goes through them: whether she takes it, and under which name. */
export type DraftSong = NewSong & { chosen: boolean }

/** Everything there is, to be gone through; one writes down no more sets than a setlist here has. */
export const draftOf = (songs: LookedUpSetlist['songs']): DraftSong[] =>
  songs.map((song) => ({ ...song, artist_name: null, set: Math.min(song.set, MOST_SETS), chosen: true }))

/** What she takes; a song without a name is none. */
export const chosenOf = (draft: readonly DraftSong[]): NewSong[] =>
  draft.flatMap(({ chosen, ...song }) => {
    const song_name = song.song_name.trim()
    return chosen && song_name !== '' ? [{ ...song, song_name }] : []
  })

/** "Paradiso, Amsterdam · Trip to Nowhere Tour" */
export const sayNight = ({ venue, tour }: Pick<LookedUpSetlist, 'venue' | 'tour'>): string =>
  [sayVenue(venue), tour].filter(Boolean).join(' · ')
