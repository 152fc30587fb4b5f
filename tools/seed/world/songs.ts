import type { Random } from '../random.ts'

type Words = {
  things: readonly string[]
  patterns: readonly ((one: string, other: string) => string)[]
  titles: readonly string[]
}

const english: Words = {
  things: [
    'Harbour',
    'Telegraph',
    'Orchard',
    'Streetlight',
    'Salt',
    'Kitchen',
    'Winter',
    'Motorway',
    'Sister',
    'Lantern',
    'Postcode',
    'Thunder',
    'Ballroom',
    'Cinder',
    'Window',
    'Compass',
    'Sparrow',
    'Ladder',
    'Radio',
    'Paper',
    'River',
    'Engine',
    'Attic',
    'Honey',
    'Mirror',
    'Ferry',
  ],
  patterns: [
    (one) => one,
    (one, other) => `${one} and ${other}`,
    (one) => `The ${one} Song`,
    (one) => `No ${one} Tonight`,
    (one, other) => `${one} Without ${other}`,
    (one) => `Leave the ${one} On`,
    (one) => `Last ${one} Home`,
    (one) => `My ${one} Is Not Yours`,
    (one, other) => `${one} in the ${other}`,
    (one) => `Half a ${one}`,
  ],
  titles: [
    'Slow Applause',
    'What the Neighbours Heard',
    'Nineteen Again by Morning',
    'Call Me From the Platform',
    'Everyone Was There',
    'You Said Thursday',
    'Good Coat, Bad Weather',
    'We Used to Be Louder',
    'Borrowed Time, Returned',
    'All My Friends Are Drummers',
    'Small Fires',
    'The Long Way Round',
    'Nobody Dances First',
    'Under the Overpass',
    'Leap Year',
    'Careful With That',
  ],
}
const dutch: Words = {
  things: [
    'Regen',
    'Fiets',
    'Zondag',
    'Dijk',
    'Keuken',
    'Licht',
    'Trein',
    'Zee',
    'Straat',
    'Winter',
    'Brief',
    'Maan',
    'Kade',
    'Tuin',
  ],
  patterns: [
    (one) => one,
    (one, other) => `${one} en ${other}`,
    (one) => `Geen ${one} vandaag`,
    (one) => `Nog een ${one}`,
    (one, other) => `${one} zonder ${other}`,
  ],
  titles: [
    'Morgen ben ik weg',
    'Laatste pont',
    'Wie doet het licht uit',
    'Achterop bij jou',
    'Half vier in Overvecht',
    'Iedereen behalve jij',
    'Zachtjes praten',
    'Ergens bij Zwolle',
    'Te laat voor de tram',
    'Moeders jas',
  ],
}
const portuguese: Words = {
  things: [
    'Maré',
    'Saudade',
    'Janela',
    'Cidade',
    'Vento',
    'Noite',
    'Rua',
    'Sal',
    'Barco',
    'Inverno',
    'Laranja',
    'Espelho',
  ],
  patterns: [
    (one) => one,
    (one, other) => `${one} e ${other}`,
    (one) => `Outra ${one}`,
    (one, other) => `${one} sem ${other}`,
    (one) => `Fado da ${one}`,
  ],
  titles: [
    'A última tasca',
    'Quem me dera domingo',
    'Degraus de pedra',
    'Nunca mais é tarde',
    'O cais vazio',
    'Carta ao meu vizinho',
    'Lume brando',
    'Duas colheres de sal',
  ],
}
const languages: Record<string, Words> = { en: english, nl: dutch, pt: portuguese }

/** Everything an artist can play: some 24 titles, the favourites first. */
export function repertoire(random: Random, language: string): string[] {
  const words = languages[language] ?? english
  const things = random.shuffled(words.things)
  const made = things.map((one, i) => random.pick(words.patterns)(one, things[(i + 5) % things.length]!))
  return [...new Set(random.shuffled([...made, ...words.titles]))].slice(0, 24)
}
