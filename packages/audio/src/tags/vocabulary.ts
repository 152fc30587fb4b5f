import type { ClassName } from './classes.ts'

/** A word of ours and the classes of AudioSet that mean it, the likest being what counts. */
export type Word = {
  label: string
  classes: readonly ClassName[]
  /** Means several words of the list at once, so it is said more often than each of them. */
  family?: true
}

const word = (label: string, ...classes: readonly ClassName[]): Word => ({ label, classes })
const family = (label: string, ...classes: readonly ClassName[]): Word => ({ label, classes, family: true })

export const GENRES: readonly Word[] = [
  word('Rock', 'Rock music', 'Rock and roll', 'Progressive rock', 'Psychedelic rock', 'Grunge'),
  word('Pop', 'Pop music'),
  word('Electronic', 'Electronic music', 'Electronica', 'Electronic dance music'),
  word('Jazz', 'Jazz', 'Swing music'),
  word('Blues', 'Blues'),
  word('Classical', 'Classical music', 'Opera'),
  word('Folk', 'Folk music', 'Traditional music'),
  word('Country', 'Country', 'Bluegrass'),
  word('Hip hop', 'Hip hop music'),
  word('Reggae', 'Reggae'),
  word('Ska', 'Ska'),
  word('Metal', 'Heavy metal'),
  word('Punk', 'Punk rock'),
  word('Funk', 'Funk'),
  word('Soul', 'Soul music', 'Rhythm and blues'),
  word('Gospel', 'Gospel music', 'Christian music'),
  word('Disco', 'Disco'),
  word('Latin', 'Music of Latin America', 'Salsa music'),
  word('Flamenco', 'Flamenco'),
  word('Soundtrack', 'Soundtrack music', 'Theme music', 'Orchestra', 'Scary music'),
  word('Ambient', 'Ambient music', 'New-age music'),
  word('House', 'House music'),
  word('Techno', 'Techno'),
  word('Trance', 'Trance music'),
  word('Dubstep', 'Dubstep'),
  word('Drum and bass', 'Drum and bass'),
  word('Afrobeat', 'Afrobeat', 'Music of Africa'),
  word('Indian', 'Carnatic music', 'Music of Bollywood'),
  word('Middle Eastern', 'Middle Eastern music'),
  word('Video game', 'Video game music'),
]

export const MOODS: readonly Word[] = [
  word('Happy', 'Happy music'),
  word('Sad', 'Sad music'),
  word('Tender', 'Tender music'),
  word('Exciting', 'Exciting music'),
  word('Angry', 'Angry music'),
  word('Scary', 'Scary music'),
  word('Funny', 'Music for children'),
  word('Calm', 'Tender music', 'New-age music', 'Lullaby', 'Ambient music'),
  word('Energetic', 'Exciting music', 'Angry music', 'Dance music'),
]

export const INSTRUMENTS: readonly Word[] = [
  family(
    'Guitar',
    ...(['Guitar', 'Electric guitar', 'Acoustic guitar', 'Strum'] as const),
    ...(['Steel guitar, slide guitar', 'Plucked string instrument'] as const),
  ),
  word('Electric guitar', 'Electric guitar'),
  word('Acoustic guitar', 'Acoustic guitar', 'Strum'),
  word('Bass guitar', 'Bass guitar'),
  word('Banjo', 'Banjo'),
  word('Mandolin', 'Mandolin'),
  word('Ukulele', 'Ukulele'),
  word('Sitar', 'Sitar'),
  word('Harp', 'Harp'),
  family('Piano', 'Piano', 'Electric piano'),
  word('Electric piano', 'Electric piano'),
  word('Organ', 'Organ', 'Electronic organ', 'Hammond organ'),
  word('Harpsichord', 'Harpsichord'),
  word('Synthesizer', 'Synthesizer', 'Sampler'),
  word('Drums', 'Drum kit', 'Drum', 'Snare drum', 'Bass drum', 'Cymbal', 'Hi-hat'),
  word('Drum machine', 'Drum machine'),
  family(
    'Percussion',
    ...(['Percussion', 'Drum', 'Drum kit', 'Snare drum', 'Bass drum'] as const),
    ...(['Timpani', 'Cymbal', 'Tambourine', 'Mallet percussion'] as const),
  ),
  word('Timpani', 'Timpani'),
  word('Hand drums', 'Tabla', 'Wood block', 'Maraca'),
  word('Mallets', 'Mallet percussion', 'Marimba, xylophone', 'Vibraphone', 'Glockenspiel'),
  word('Bells', 'Bell', 'Church bell', 'Jingle bell', 'Tubular bells', 'Chime'),
  family(
    'Strings',
    ...(['Bowed string instrument', 'String section', 'Orchestra'] as const),
    ...(['Violin, fiddle', 'Cello', 'Double bass'] as const),
  ),
  word('Violin', 'Violin, fiddle'),
  word('Cello', 'Cello'),
  word('Double bass', 'Double bass'),
  word('Orchestra', 'Orchestra'),
  family('Brass', 'Brass instrument', 'French horn', 'Trumpet', 'Trombone'),
  word('Trumpet', 'Trumpet'),
  word('Trombone', 'Trombone'),
  word('French horn', 'French horn'),
  family(
    'Woodwind',
    ...(['Wind instrument, woodwind instrument', 'Flute', 'Clarinet', 'Saxophone'] as const),
  ),
  word('Flute', 'Flute'),
  word('Clarinet', 'Clarinet'),
  word('Saxophone', 'Saxophone'),
  word('Harmonica', 'Harmonica'),
  word('Accordion', 'Accordion'),
  word('Bagpipes', 'Bagpipes'),
  word('Didgeridoo', 'Didgeridoo'),
  word('Theremin', 'Theremin'),
  word('Turntables', 'Scratching (performance technique)'),
]

/** Said of a recording where it goes on for long. */
export const THROUGHOUT: readonly Word[] = [
  word('Music', 'Music'),
  word('Singing', 'Singing', 'Vocal music', 'Child singing', 'Synthetic singing'),
  word('Choir', 'Choir'),
  word('Rapping', 'Rapping'),
  word('A cappella', 'A capella'),
  word('Speech', 'Speech', 'Conversation', 'Narration, monologue'),
  word('Nature', 'Bird', 'Wind', 'Rain', 'Water'),
  word('Noise', 'Noise', 'White noise', 'Static', 'Environmental noise'),
]

/** Said of a recording where it is to be heard for some seconds. */
export const AT_TIMES: readonly Word[] = [
  word('Applause', 'Applause', 'Clapping'),
  word('Cheering', 'Cheering'),
  word('Crowd', 'Crowd', 'Hubbub, speech noise, speech babble', 'Chatter'),
  word('Laughter', 'Laughter'),
  word('Whistling', 'Whistling'),
  word('Beatboxing', 'Beatboxing'),
]
