/** The hues of the lamps on her stage, degrees. */
export type Lamps = readonly [first: number, second: number]
export type Artist = { name: string; genre: string; language: string; lamps: Lamps }

const blue: Lamps = [218, 190]
const magenta: Lamps = [322, 265]
const ember: Lamps = [24, 348]
const violet: Lamps = [268, 200]
const red: Lamps = [2, 30]
const sea: Lamps = [184, 318]
const gold: Lamps = [42, 14]
const dusk: Lamps = [245, 320]
const moss: Lamps = [150, 198]
const rose: Lamps = [340, 222]
const ice: Lamps = [200, 240]

const list: readonly [genre: string, language: string, artists: readonly [name: string, lamps: Lamps][]][] = [
  [
    'indie',
    'en',
    [
      ['Ten Foot Heron', moss],
      ['Paper Kilometre', blue],
      ['The Borrowed Weather', dusk],
      ['Halogen Orchard', gold],
      ['Ivory Semaphore', rose],
      ['Pollen Atlas', sea],
      ['The Unposted Letters', magenta],
    ],
  ],
  [
    'folk',
    'en',
    [
      ['Saltglass', ice],
      ["The Ferrymen's Choir", gold],
      ['Ailsa Torrance', ember],
      ['Marrow & Thyme', moss],
      ['Dovecote Riot', red],
    ],
  ],
  [
    'electronic',
    'en',
    [
      ['Kilo Lumen', violet],
      ['Spätverkehr', blue],
      ['Wintergreen Static', sea],
      ['Ottilie Brandt', magenta],
      ['Quiet Machinery', ice],
      ['Glasfaser', dusk],
    ],
  ],
  [
    'post-punk',
    'en',
    [
      ['Grauwacke', red],
      ['Driftwood Parliament', blue],
      ['Sable Kiosk', rose],
      ['Municipal Baths', ice],
      ['Concrete Aunties', magenta],
    ],
  ],
  [
    'metal',
    'en',
    [
      ['Basalt Choir', red],
      ['Copperhead Parish', ember],
      ['Hallow Engine', violet],
      ['Tar & Antler', gold],
    ],
  ],
  [
    'jazz',
    'en',
    [
      ['Ama Serwaa Quartet', gold],
      ['Ardal Mackinnon Trio', blue],
      ['Odile Fontanier', dusk],
      ['Small Hours Ministry', violet],
    ],
  ],
  [
    'soul',
    'en',
    [
      ['Juniper Voltage', magenta],
      ['Delphine Okoro', ember],
      ['The Velvet Ferry Line', rose],
      ['Sunday Ledger', gold],
    ],
  ],
  [
    'dutch',
    'nl',
    [
      ['Kastanjelaan', ember],
      ['Zwaluwstraat', blue],
      ['Ludo Verkade', gold],
      ['Poldergeesten', moss],
    ],
  ],
  [
    'fado',
    'pt',
    [
      ['Fernanda Quintal', red],
      ['Lanterna Tardia', dusk],
      ['Bruma Lenta', ice],
    ],
  ],
]

/** Artists that do not exist. */
export const artists: readonly Artist[] = list.flatMap(([genre, language, all]) =>
  all.map(([name, lamps]) => ({ name, genre, language, lamps })),
)
