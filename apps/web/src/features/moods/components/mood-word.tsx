import type { Mood, MoodSample } from '@sharemyshows/contract/moods'
import { cn } from '@/lib/cn'
import { MOOD_NAMES, MOODS } from '@/lib/moods'
import { type Place, saySide } from '../field'

type MoodWordProps = {
  mood: Mood | null
  source: MoodSample['source'] | null
  place: Place
  confidence: number
  /** It is written down and can be put right. */
  correctable: boolean
  onCorrect: (mood: Mood) => void
}

/** What the mood is taken to be, how that is known, and one tap to put it right. */
export function MoodWord({ mood, source, place, confidence, correctable, onCorrect }: MoodWordProps) {
  return (
    <>
      <div className="min-h-20 min-w-0 sm:min-h-24">
        <p
          className={cn(
            'font-bold font-display leading-none tracking-tight sm:text-64',
            mood ? 'text-40' : 'text-28',
          )}
        >
          {mood ? MOOD_NAMES[mood] : 'How do you feel?'}
        </p>
        <p className="mt-2 text-14 text-soft">{sayHow(source, place, confidence)}</p>
      </div>
      <div className="col-span-2 row-start-2 -ml-1 flex min-h-11 items-center">
        {correctable && mood && (
          <>
            <span className="mr-1 ml-1 text-14 text-soft">Not quite?</span>
            {MOODS.filter((one) => one !== mood).map((one) => (
              <button
                key={one}
                type="button"
                aria-label={`Not ${mood} but ${one}`}
                onClick={() => onCorrect(one)}
                className="inline-flex min-h-11 items-center rounded-full px-3 font-medium text-14 underline decoration-soft underline-offset-4 transition-colors duration-feedback hover:bg-ink/10"
              >
                {one}
              </button>
            ))}
          </>
        )}
      </div>
    </>
  )
}

function sayHow(source: MoodSample['source'] | null, place: Place, confidence: number): string {
  switch (source) {
    case null:
      return 'Drag the light, or tap a mood.'
    case 'camera':
      return `Read from your face, ${confidence >= 0.7 ? 'and sure of it' : 'without being quite sure'}`
    case 'pad':
      return sayPlace(place)
    case 'button':
      return 'As you say'
    case 'corrected':
      return 'As you say; remembered for next time'
  }
}

/** "Very dark and calm". */
function sayPlace({ valence, energy }: Place): string {
  const words = `${saySide('valence', valence)} and ${saySide('energy', energy)}`
  return words.charAt(0).toUpperCase() + words.slice(1)
}
