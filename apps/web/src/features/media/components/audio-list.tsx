import type { Audio } from '@sharemyshows/contract/audio'
import { AudioLines } from 'lucide-react'
import { useState } from 'react'
import { useAudioOfShow, useRetryRecording } from '../recordings'
import { asTrack, type Night } from '../track'
import { useDeleteRecording } from '../use-delete-recording'
import { thePlayer } from '../use-player'
import { useSame } from '../use-same'
import type { Choosing } from '../use-selection'
import { AudioRow } from './audio-row'
import { AudioSkeleton } from './audio-skeleton'
import { MediaTab } from './media-tab'
import { type RecordingAsked, RecordingDialogs } from './recording-dialogs'

type ShowAudioProps = {
  night: Night & { showId: string }
  /** The viewer may add recordings of her own. */
  canAdd: boolean
  /** The venue's time zone (IANA), by whose clock they were made. */
  zone: string
}

const EMPTY = {
  icon: <AudioLines />,
  title: 'No recordings yet',
  mine: 'The sound of the night, yours and that of everyone else who was there, in the order it was recorded.',
  others: 'Nobody has added a recording that you can hear.',
}

/** Everybody's recordings of a show, a row each; what is played goes on when the page is left. */
export function ShowAudio({ night, canAdd, zone }: ShowAudioProps) {
  return (
    <MediaTab
      showId={night.showId}
      kind="audio"
      canAdd={canAdd}
      query={useAudioOfShow(night.showId)}
      retry={useRetryRecording()}
      skeleton={<AudioSkeleton />}
      empty={EMPTY}
      onGone={(ids) => thePlayer().drop(ids)}
    >
      {(recordings, selection) => (
        <AudioList recordings={recordings} night={night} zone={zone} selection={selection} />
      )}
    </MediaTab>
  )
}

type AudioListProps = { recordings: Audio[]; night: Night; zone: string; selection: Choosing }

function AudioList({ recordings, night, zone, selection }: AudioListProps) {
  const [asked, setAsked] = useState<RecordingAsked>()
  const onDelete = useSame(useDeleteRecording())
  const onChoose = useSame(selection.toggle)
  const onPlay = useSame((id: string, from?: number) => {
    thePlayer().start(
      recordings.flatMap((recording) => asTrack(recording, night)),
      id,
      from,
    )
  })
  return (
    <>
      <ul className="-mx-2 flex flex-col sm:mx-0">
        {recordings.map((recording) => (
          <AudioRow
            key={recording.id}
            recording={recording}
            zone={zone}
            choosing={selection.choosing}
            chosen={selection.ids.has(recording.id)}
            onChoose={onChoose}
            onPlay={onPlay}
            onAsk={setAsked}
            onDelete={onDelete}
          />
        ))}
      </ul>
      <RecordingDialogs asked={asked} zone={zone} onEnd={() => setAsked(undefined)} />
    </>
  )
}
