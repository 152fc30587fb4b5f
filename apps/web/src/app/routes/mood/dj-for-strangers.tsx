import type { Mood } from '@sharemyshows/contract/moods'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { MoodField } from '@/features/moods/components/mood-field'
import { MoodWord } from '@/features/moods/components/mood-word'
import { MIDDLE, moodOf, type Place, placeOfMood } from '@/features/moods/field'
import { buttonStyles } from '@/ui/button'
import { useComeBack } from '../../use-come-back'
import { DjStage } from './dj-stage'

/** What MoodDJ is: the field can be tried, the music needs an account. */
export function DjForStrangers() {
  const next = useComeBack()
  const [said, setSaid] = useState<{ mood: Mood; place: Place; source: 'pad' | 'button' }>()
  const [held, setHeld] = useState<Place>()
  const place = said?.place ?? MIDDLE
  return (
    <DjStage
      place={held ?? place}
      word={
        <MoodWord
          mood={said?.mood ?? null}
          source={said?.source ?? null}
          place={place}
          confidence={0}
          correctable={false}
          onCorrect={() => undefined}
        />
      }
      field={
        <MoodField
          place={place}
          untouched={said === undefined}
          mood={said?.mood ?? null}
          stars={[]}
          onMove={setHeld}
          onChoose={(at) => setSaid({ mood: moodOf(at), place: at, source: 'pad' })}
          onMood={(mood) => setSaid({ mood, place: placeOfMood(mood), source: 'button' })}
        />
      }
      panel={
        <>
          <h2 className="text-28">Your mood, your own music</h2>
          <ul className="mt-4 flex list-disc flex-col gap-3 pl-5 text-14 text-soft">
            <li>Say how you feel with a finger, a word or your face, and ten songs of yours answer.</li>
            <li>They come out of your recordings and uploads, each with its reason.</li>
            <li>The camera is optional. Its picture never leaves your device.</li>
          </ul>
          <Link
            to="/login"
            search={{ next }}
            className={buttonStyles({ variant: 'inverse', size: 'large', className: 'mt-6 w-full' })}
          >
            Log in to hear your music
          </Link>
        </>
      }
    />
  )
}
