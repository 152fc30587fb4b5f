import type { Track } from '@sharemyshows/contract/music'
import type { WholePlaylist } from '@sharemyshows/contract/playlists'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { keys } from '@/lib/keys'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'
import { useFocusKept } from '@/ui/use-focus-kept'
import { changePlaylist } from './api'
import { moved, putBack, sayPlace } from './model'

/** What can be done with the tracks of a playlist: each change is seen at once, and sent after the one before. */
export function useArranging({ id, items }: WholePlaylist) {
  const queryClient = useQueryClient()
  const [said, setSaid] = useState('')
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const waiting = useRef(0)
  const { list, keepFocusOn } = useFocusKept(items)
  const known = () => queryClient.getQueryData<WholePlaylist>(keys.playlist(id))

  const show = (tracks: Track[]) =>
    queryClient.setQueryData<WholePlaylist>(
      keys.playlist(id),
      (playlist) =>
        playlist && {
          ...playlist,
          items: tracks,
          tracks: tracks.length,
          duration: tracks.reduce((sum, { duration }) => sum + (duration ?? 0), 0),
        },
    )

  const send = async () => {
    waiting.current -= 1
    // what was arranged meanwhile goes with the last one
    if (waiting.current > 0) return
    const playlist = known()
    if (playlist === undefined) return
    const { updated_at: base, items: tracks } = playlist
    try {
      const whole = await changePlaylist(id, { track_ids: tracks.map((track) => track.id), base })
      // what was arranged while it was on its way stays to be seen, and is sent next
      queryClient.setQueryData<WholePlaylist>(keys.playlist(id), (now) =>
        now && waiting.current > 0 ? { ...now, updated_at: whole.updated_at } : whole,
      )
      void queryClient.invalidateQueries({ queryKey: keys.playlistList })
    } catch (error) {
      const elsewhere = error instanceof ApiProblem && error.code === 'changed_since'
      toast.failed(
        elsewhere ? 'This playlist was changed elsewhere. Here it is as it stands.' : sayProblem(error),
      )
      await queryClient.invalidateQueries({ queryKey: keys.playlist(id) })
    }
  }

  const arrange = (tracks: Track[]): Track[] => {
    void queryClient.cancelQueries({ queryKey: keys.playlist(id) })
    show(tracks)
    waiting.current += 1
    line.current = line.current.then(send)
    return tracks
  }

  return {
    said,
    list,
    arrange,
    /** A step up or down. */
    step: (track: Track, by: -1 | 1) => {
      const at = items.findIndex((one) => one.id === track.id)
      if (items[at + by] === undefined) return
      const next = arrange(moved(items, at, at + by))
      keepFocusOn(track.id)
      setSaid(sayPlace(next, track.id))
    },
    remove: (track: Track) => {
      const at = items.findIndex((one) => one.id === track.id)
      arrange(items.filter((one) => one.id !== track.id))
      const onClick = () => arrange(putBack(known()?.items ?? [], track, at))
      toast.done(`${track.name} is off the list`, { label: 'Undo', onClick })
    },
  }
}
