import type { Recommendation } from '@sharemyshows/contract/music'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { thePlayer, usePlayer } from '@/features/media/use-player'
import { CameraCircle, type LastSeen } from '@/features/moods/components/camera-circle'
import { MoodField } from '@/features/moods/components/mood-field'
import { MoodWord } from '@/features/moods/components/mood-word'
import { QueuePanel } from '@/features/moods/components/queue-panel'
import type { Place } from '@/features/moods/field'
import { playingIn, starsOf } from '@/features/moods/queue'
import { useCamera } from '@/features/moods/use-camera'
import { sayNews } from '@/features/moods/words'
import { musicSummaryQuery } from '@/features/music/api'
import { useMusicNews } from '@/features/music/use-music-news'
import { theDj } from '../../dj'
import { playQueue } from '../../play-queue'
import { DjRow } from './dj-row'
import { DjStage } from './dj-stage'
import { MoodTabs } from './mood-tabs'
import { NoMusicYet } from './no-music-yet'
import { useSaveQueue } from './use-save-queue'

/** MoodDJ for members: their own music answers. */
export function MyDj() {
  const dj = theDj()
  const state = useSyncExternalStore(dj.subscribe, dj.read)
  const [held, setHeld] = useState<Place>()
  const [pointed, setPointed] = useState<string>()
  const { camera, seen } = useMoodCamera()
  const { save, saving } = useSaveQueue()
  useMusicNews()
  const { data: summary } = useQuery(musicSummaryQuery)
  const sounds = usePlayer(({ now }) => now?.wanted === true && now.sound === 'sounding')
  const { queue, mood, place, source, sample } = state
  const playing = playingIn(queue)
  const nothingYet = summary !== undefined && summary.features.known === 0 && queue.items.length === 0

  const row = (song: Recommendation, isPlaying: boolean) => (
    <DjRow
      key={song.track_id}
      song={song}
      mood={mood}
      onPlay={() => playQueue(state, song.track.audio_id ?? undefined)}
      onNotNow={isPlaying ? undefined : () => dj.leaveOut(song.track_id)}
      onPoint={(on) => setPointed(on ? song.track_id : undefined)}
    />
  )
  return (
    <DjStage
      place={held ?? place}
      tabs={<MoodTabs />}
      word={
        <MoodWord
          mood={mood}
          source={source}
          place={place}
          confidence={sample?.confidence ?? 0}
          correctable={sample !== null && (source === 'camera' || source === 'pad')}
          onCorrect={(other) => void dj.correct(other)}
        />
      }
      field={
        <MoodField
          place={place}
          untouched={source === null}
          mood={mood}
          stars={starsOf(queue, pointed)}
          tempo={sounds ? playing?.tempo : null}
          onMove={setHeld}
          onChoose={dj.choosePlace}
          onMood={dj.chooseMood}
        />
      }
      camera={<CameraCircle camera={camera} seen={seen} />}
      panel={
        <>
          <p role="status" className="sr-only">
            {sayNews(state)}
          </p>
          {nothingYet ? (
            <NoMusicYet {...summary} />
          ) : (
            <QueuePanel
              state={state}
              awaited={summary?.features.awaited ?? 0}
              row={row}
              onPlay={() => playQueue(state)}
              onSkip={thePlayer().next}
              onSave={() => save(state)}
              saving={saving}
              onMore={() => void dj.more()}
              onRetry={dj.again}
            />
          )}
        </>
      }
    />
  )
}

/** What the camera sees becomes a mood of the DJ's. */
function useMoodCamera() {
  const dj = theDj()
  const [seen, setSeen] = useState<LastSeen>('nothing')
  const camera = useCamera((window) => {
    if (window === null) setSeen('no face')
    else void dj.see(window).then((mood) => setSeen(mood === null ? 'not sure' : 'mood'))
  })
  const isOff = camera.state.kind === 'off'
  useEffect(() => {
    if (!isOff) return
    setSeen('nothing')
    dj.stopSeeing()
  }, [isOff, dj])
  return { camera, seen }
}
