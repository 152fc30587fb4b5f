/** What people write about a night. */
export const notes: readonly string[] = [
  'Front row, left. My ears are still ringing.',
  'They opened with the quiet one and you could hear the fridge behind the bar.',
  'Two hours and ten minutes. Nobody left.',
  'Missed the support because of the train. Worth it anyway.',
  'The drummer broke a stick in the second song and just laughed.',
  'Rain until the doors, then the best night of the year.',
  'Sound was muddy until halfway, then somebody found the right knob.',
  'Met by accident at the cloakroom, stayed until the lights came on.',
  'They played the song. I did not expect them to play the song.',
  'Sat on the stairs with a bad view and a good beer.',
  'New songs are better than the record.',
  'A power cut in the middle; they went on without microphones and everyone sang.',
  'Bought the shirt. Two sizes left, took the wrong one.',
  'Short set, no encore, no complaints.',
  'She told the story about the ferry again. It gets longer every time.',
  'Standing next to the desk is the only place to stand.',
  'Half the room knew every word. I was in the other half.',
  'Came for the support, stayed for everything.',
  'My knees say I am too old for this. The rest of me disagrees.',
  'Walked home along the water, humming.',
]

/** What people expect of a night. */
export const plans: readonly string[] = [
  'Tickets are in the drawer with the batteries.',
  'Train back at 23:52, platform 4.',
  'Doors at seven, dinner before?',
  'Row F, seat 12. Sitting down for once.',
  'Bring cash for the cloakroom.',
]

export const captions: readonly string[] = [
  'The last song',
  'When the lights came up',
  'Right before the encore',
  'First chord',
  'From behind somebody tall',
  'She looked right at us',
  'Everybody, at once',
  'The quiet one',
  'Blue for the slow songs',
  'Drums',
  'Somewhere in the middle of it',
  'Best light of the night',
]

/** What is written next to a song. */
export const songNotes: readonly string[] = [
  'acoustic',
  'with the support on trumpet',
  'new song',
  'false start, then twice as fast',
  'sung by the crowd',
  'slower than on the record',
]

export const titles: readonly string[] = [
  'Album release',
  'Farewell tour',
  'Anniversary show',
  'Summer night',
  'Late set',
  'Benefit night',
]
