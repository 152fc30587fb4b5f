import type { Random } from '../random.ts'
import type { Visit } from './visits.ts'

/** What somebody says under a night. */
export type Remark = { username: string; content: string }

/** Conversations, each line by the next person in turn; `@them` is whoever spoke before. */
const afterwards: readonly (readonly string[])[] = [
  [
    'Who else was on the left, by the fire exit?',
    '@them me, behind the man with the umbrella.',
    'That umbrella. I have the mark to prove it.',
  ],
  [
    'That last song. I did not speak on the way home.',
    'Nor did I. @them, did you film it?',
    'Half of it. Then I put the phone away.',
    'Good.',
  ],
  ['Did anybody catch what they played between the sets?'],
  [
    'The support was worth the ticket alone.',
    'Told you, @them. Next time you come for the doors.',
    'Next time I come for the soundcheck.',
  ],
  [
    'Lost a grey scarf near the bar. It has a hole, but it is my hole.',
    '@them the cloakroom has a box of them.',
  ],
  [
    'I have four encores in my notes and three in my memory.',
    'Three. The fourth was you, singing at the bus stop.',
    '@them that counts.',
  ],
  ['Sound was better upstairs, for those who wonder next time.'],
  ['Photos are up. The blurred ones are on purpose.', 'All of them, @them?', 'Most.'],
  ['Somebody fix the third title in the list, please: it is not called “Unknown”.', 'Done, @them.'],
  ['First row, no voice, no regrets.', 'I could hear you from the back, @them.'],
  ['Ten years since I saw them last, and they still tune between every song.'],
  [
    'Does anyone remember who joined them for the slow one?',
    '@them it is in the setlist now. I asked at the merch table.',
    'You are a treasure.',
  ],
]

const beforehand: readonly (readonly string[])[] = [
  ['Who is going?', 'Me. @them, same spot as last time?', 'By the desk, eight sharp.'],
  ['One ticket left over, I will be at the door with it.', 'Keep it for me, @them?', 'It is yours.'],
  ['Doors moved to half past, they say.'],
]

/** What is said under a night, before it or afterwards: by those who were there, in turn. Often it is nothing. */
export function talkOf(random: Random, visits: readonly Visit[], isPast: boolean): Remark[] {
  const speakers = random.shuffled(visits).map(({ person }) => person.username)
  const count = !isPast || random.chance(0.6) ? 1 : 2
  if (speakers.length === 0 || !random.chance(speakers.length === 1 ? 0.25 : 0.8)) return []
  const threads = random.shuffled(isPast ? afterwards : beforehand).slice(0, count)
  return threads.flatMap((lines) => {
    // Nobody answers herself.
    const said = speakers.length === 1 ? lines.slice(0, 1) : lines
    return said.map((line, i) => ({
      username: speakers[i % speakers.length]!,
      content: line.replace('@them', `@${speakers[(i - 1 + speakers.length) % speakers.length]}`),
    }))
  })
}
