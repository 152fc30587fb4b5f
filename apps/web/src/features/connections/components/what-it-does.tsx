const DOES = [
  'Your saved songs join your own recordings, so that a mood can choose from both.',
  'They are played on your phone, speaker or computer where Spotify runs; nothing of them is copied here.',
  'Playlists can be sent there.',
]
const DOES_NOT = [
  'MoodDJ works without it, with the music you have here.',
  'Playing needs Spotify Premium.',
  'Spotify lets five people a server connect, whom the host enters there.',
  'After six months Spotify asks you again.',
]

/** What connecting Spotify gives, and what it does not. */
export const WhatItDoes = () => (
  <div className="mb-6 grid gap-6 sm:grid-cols-2">
    <Points title="What it gives you" points={DOES} />
    <Points title="Good to know" points={DOES_NOT} />
  </div>
)

const Points = ({ title, points }: { title: string; points: readonly string[] }) => (
  <div>
    <h3 className="font-medium text-14">{title}</h3>
    <ul className="mt-2 flex list-disc flex-col gap-1.5 pl-5 text-14 text-soft">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  </div>
)
