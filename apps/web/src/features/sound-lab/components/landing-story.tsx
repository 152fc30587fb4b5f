import { AudioLines, Drum, Gauge, KeyRound, type LucideIcon, ShieldCheck, Waypoints } from 'lucide-react'

const FINDINGS: readonly { icon: LucideIcon; title: string; words: string }[] = [
  {
    icon: Drum,
    title: 'Tempo and beats',
    words: 'How fast it is, where the beats fall, and how else one could count.',
  },
  {
    icon: KeyRound,
    title: 'Key',
    words: 'On the circle of fifths, with what mixes well with it and how far the tuning is off.',
  },
  { icon: Gauge, title: 'Loudness', words: 'Integrated, range and true peak, measured as broadcasters do.' },
  {
    icon: AudioLines,
    title: 'A whole night in parts',
    words: 'Songs, speech, applause and silence, marked on the waveform.',
  },
  {
    icon: Waypoints,
    title: 'What it sounds like',
    words: 'Genre, mood and instruments with how sure that is, and which of your recordings are alike.',
  },
  {
    icon: ShieldCheck,
    title: 'Nobody else listens',
    words: 'All of it is computed on this server. “Unknown” is an answer, and each estimate says why.',
  },
]

/** What the Sound Lab finds in a recording, for those who have not been here. */
export function LandingStory() {
  return (
    <section aria-labelledby="story">
      <h2 id="story" className="mb-4 text-20">
        What is found in a recording
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {FINDINGS.map(({ icon: Icon, title, words }) => (
          <li key={title} className="lab-panel p-5">
            <Icon aria-hidden className="mb-3 size-6 text-accent" />
            <h3 className="text-16">{title}</h3>
            <p className="mt-1 text-14 text-soft">{words}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
