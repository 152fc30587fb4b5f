import type { ImportField, ImportMapping } from '@sharemyshows/contract/imports'

/** What columns are called, by the field they mean: our own names first, then English, Dutch, German, French, Spanish, Italian, Portuguese. */
const NAMES: Record<ImportField, string> = {
  artist_name:
    'artist name|artist|artists|band|band name|act|performer|headliner|headline|main act|who|group|musician|artiest|groep|kunstler|interpret|gruppe|artiste|groupe|artista|grupo|banda|gruppo|interprete|musico',
  support:
    'support|support act|support acts|supports|supporting|opener|openers|opening act|opening acts|opening|supporting acts|voorprogramma|vorband|vorgruppe|premiere partie|premieres parties|telonero|teloneros|gruppo spalla|apertura|abertura|banda de abertura',
  title:
    'title|show title|event|event name|name|show|concert|tour|tour name|festival|evenement|naam|titel|veranstaltung|konzert|tournee|evenement nom|titre|nom|evento|titulo|nombre|concierto|gira|titolo|nome|concerto|espetaculo|turne',
  venue_name:
    'venue name|venue|where|location|place|club|hall|arena|stage|zaal|locatie|plaats van optreden|podium|waar|spielstatte|veranstaltungsort|location name|halle|ort der veranstaltung|wo|salle|lieu|ou|sala|lugar|recinto|donde|locale|luogo|dove|local|casa de shows|onde|recinto do concerto',
  venue_address:
    'venue address|address|street|adres|straat|adresse|strasse|rue|direccion|calle|indirizzo|via|endereco|rua|morada',
  venue_city:
    'venue city|city|town|stad|plaats|stadt|ort|ville|ciudad|localidad|citta|comune|cidade|municipio',
  venue_state:
    'venue state|state|province|region|county|provincie|regio|bundesland|kanton|departement|etat|provincia|estado|regione|regiao|distrito',
  venue_country: 'venue country|country|nation|land|pays|pais|paese|nazione|country code|landcode',
  venue_latitude: 'venue latitude|latitude|lat|breedtegraad|breitengrad|latitud|latitudine',
  venue_longitude: 'venue longitude|longitude|lon|lng|long|lengtegraad|langengrad|longitud|longitudine',
  show_date:
    'show date|date|day|when|event date|concert date|date of show|date attended|datum|dag|wanneer|tag|wann|konzertdatum|jour|quand|date du concert|fecha|dia|cuando|data|giorno|quando|data do concerto',
  show_time:
    'show time|time|start|start time|starts|begin|doors|tijd|aanvang|begintijd|uhrzeit|zeit|beginn|einlass|heure|debut|hora|inicio|ora|orario|inizio|horario',
  notes:
    'notes|note|comment|comments|remarks|memo|description|review|diary|thoughts|notities|notitie|opmerking|opmerkingen|verslag|notizen|notiz|bemerkung|bemerkungen|kommentar|anmerkung|remarque|remarques|commentaire|commentaires|notas|nota|comentario|comentarios|observaciones|osservazioni|commento|commenti|appunti|observacoes|anotacoes',
  rating:
    'rating|stars|score|my rating|grade|cijfer|beoordeling|waardering|sterren|bewertung|sterne|wertung|evaluation|etoiles|valoracion|puntuacion|estrellas|calificacion|voto|valutazione|stelle|avaliacao|classificacao|estrelas',
  is_public: 'is public|public|openbaar|offentlich|publique|publico|pubblico|visible',
  audience:
    'audience|visibility|privacy|who can see it|zichtbaarheid|sichtbarkeit|visibilite|visibilidad|visibilita|visibilidade',
}

/** Names that some give the town, and some the place where it was. */
const TOWN_OR_PLACE = new Set(['ort', 'plaats', 'localidad', 'localidade'])

/** Without accents, case, underscores and punctuation. */
export const foldName = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const fields = new Map<string, ImportField>()
for (const [field, names] of Object.entries(NAMES)) {
  for (const name of names.split('|')) if (!fields.has(name)) fields.set(name, field as ImportField)
}

/** What a column of this name means. */
export const fieldOf = (name: string): ImportField | undefined => fields.get(foldName(name))

/** True when a first record names columns: when any of its cells is such a name, and none says what rows say. */
export const isHeader = (cells: readonly string[], saysADay: (cell: string) => boolean): boolean =>
  cells.some((cell) => fieldOf(cell) !== undefined) || !cells.some(saysADay)

/** Names of columns, each once; what has none is called by its number. */
export function columnNames(cells: readonly string[]): string[] {
  const taken = new Set<string>()
  return cells.map((cell, index) => {
    const name = cell.trim().slice(0, 280) || `Column ${index + 1}`
    let unique = name
    for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`
    taken.add(unique)
    return unique
  })
}

export type Column = { name: string; samples: string[] }
/** How many of some cells say a day, a time of day. */
export type Telling = {
  day(cell: string): boolean
  time(cell: string): boolean
  country(cell: string): boolean
}

/**
 * What columns mean: by their names, and where those say nothing of the day, by what is in them. A table without names is
 * taken to say who before where, as most do.
 */
export function guessMapping(columns: readonly Column[], named: boolean, telling: Telling): ImportMapping {
  const mapping: ImportMapping = {}
  const take = (field: ImportField | undefined, column: Column | undefined) => {
    if (field === undefined || column === undefined || mapping[field] !== undefined) return
    mapping[field] = column.name
  }
  const free = () => columns.filter(({ name }) => !Object.values(mapping).includes(name))
  const mostly = (says: (cell: string) => boolean) =>
    free().find(({ samples }) => samples.length > 0 && samples.filter(says).length >= samples.length * 0.8)
  if (named) {
    const isEither = ({ name }: Column) => TOWN_OR_PLACE.has(foldName(name))
    for (const column of columns.filter((column) => !isEither(column))) take(fieldOf(column.name), column)
    // the town where nothing else says it, else the place
    for (const column of columns.filter(isEither))
      take(mapping.venue_city === undefined ? 'venue_city' : 'venue_name', column)
  }
  take('show_date', mostly(telling.day))
  take('show_time', mostly(telling.time))
  take('venue_country', named ? undefined : mostly(telling.country))
  if (named) return withConcertAsArtist(mapping)
  const texts = free().filter(({ samples }) => samples.some((cell) => /\p{L}/u.test(cell)))
  take('artist_name', texts[0])
  take('venue_name', texts[1])
  take('venue_city', texts[2])
  return mapping
}

/** Where nobody says who played, what the concert is called says it. */
function withConcertAsArtist({ title, ...mapping }: ImportMapping): ImportMapping {
  if (title === undefined) return mapping
  return mapping.artist_name === undefined ? { ...mapping, artist_name: title } : { ...mapping, title }
}
