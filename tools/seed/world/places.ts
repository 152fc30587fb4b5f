export type City = { name: string; country: string; zone: string; latitude: number; longitude: number }

const city = (name: string, country: string, zone: string, latitude: number, longitude: number): City => ({
  name,
  country,
  zone,
  latitude,
  longitude,
})

/** Real cities: their centre, WGS 84 degrees. */
export const cities: readonly City[] = [
  city('Utrecht', 'NL', 'Europe/Amsterdam', 52.0908, 5.1222),
  city('Amsterdam', 'NL', 'Europe/Amsterdam', 52.374, 4.8897),
  city('Rotterdam', 'NL', 'Europe/Amsterdam', 51.9225, 4.4792),
  city('Groningen', 'NL', 'Europe/Amsterdam', 53.2192, 6.5667),
  city('Ghent', 'BE', 'Europe/Brussels', 51.05, 3.7167),
  city('Berlin', 'DE', 'Europe/Berlin', 52.5244, 13.4105),
  city('Hamburg', 'DE', 'Europe/Berlin', 53.5507, 9.993),
  city('Lisbon', 'PT', 'Europe/Lisbon', 38.7167, -9.1333),
  city('Porto', 'PT', 'Europe/Lisbon', 41.1496, -8.611),
  city('Glasgow', 'GB', 'Europe/London', 55.8652, -4.2576),
  city('Edinburgh', 'GB', 'Europe/London', 55.9521, -3.1965),
  city('London', 'GB', 'Europe/London', 51.5085, -0.1257),
  city('Paris', 'FR', 'Europe/Paris', 48.8534, 2.3488),
  city('Copenhagen', 'DK', 'Europe/Copenhagen', 55.6759, 12.5655),
]

/** How the room changes the pictures: a cellar has no wall of LEDs. */
export type Room = 'club' | 'theatre' | 'hall' | 'park'

export type Venue = {
  name: string
  address: string
  city: City
  room: Room
  latitude: number
  longitude: number
}

const named: readonly [
  city: string,
  name: string,
  address: string,
  room: Room,
  north: number,
  east: number,
][] = [
  ['Utrecht', 'Het Oude Theater', 'Weverstraat 12', 'theatre', 0.004, 0.006],
  ['Utrecht', 'Kelder Vier', 'Turfmarkt 4', 'club', -0.003, -0.002],
  ['Utrecht', 'De Graanzolder', 'Havenweg 88', 'hall', 0.011, -0.017],
  ['Amsterdam', 'Loods Noord', 'Scheepsbouwkade 31', 'hall', 0.022, 0.013],
  ['Amsterdam', 'Café De Laatste Trein', 'Spoorstraat 7', 'club', -0.006, 0.018],
  ['Rotterdam', 'Pakhuis Zeven', 'Katoenkade 7', 'hall', -0.013, 0.01],
  ['Rotterdam', 'De Machinekamer', 'Ketelstraat 19', 'club', 0.006, -0.012],
  ['Groningen', 'Zaal Noorderlicht', 'Turfsingel 60', 'theatre', 0.002, 0.005],
  ['Ghent', 'Feestzaal De Linde', 'Lindelei 3', 'theatre', 0.005, 0.006],
  ['Berlin', 'Kesselhalle', 'Gasstraße 41', 'hall', -0.015, 0.03],
  ['Berlin', 'Zimmer Null', 'Hinterhofweg 9', 'club', -0.024, 0.012],
  ['Berlin', 'Theater am Speicher', 'Speicherufer 2', 'theatre', 0.012, -0.009],
  ['Hamburg', 'Schuppen 21', 'Kaistraße 21', 'hall', -0.008, 0.004],
  ['Lisbon', 'Salão do Bairro', 'Rua das Andorinhas 15', 'theatre', -0.004, -0.011],
  ['Lisbon', 'Armazém do Cais', 'Cais do Carvão 3', 'hall', -0.01, 0.016],
  ['Porto', 'Garagem Azul', 'Rua do Forno 28', 'club', 0.004, 0.007],
  ['Glasgow', 'The Foundry Rooms', '18 Anvil Street', 'hall', -0.004, 0.013],
  ['Glasgow', "Mungo's Cellar", '3 Ropework Lane', 'club', 0.002, -0.006],
  ['Edinburgh', 'Old College Theatre', '40 Candlemaker Close', 'theatre', -0.003, 0.004],
  ['London', 'The Lamplighter', '112 Tallow Road', 'club', 0.031, -0.041],
  ['London', 'Wharf Nine', '9 Barge Walk', 'hall', -0.006, 0.058],
  ['Paris', 'Le Petit Dépôt', '27 rue du Charron', 'club', 0.018, 0.02],
  ['Paris', 'Salle des Tilleuls', '5 avenue des Tilleuls', 'theatre', -0.01, -0.014],
  ['Copenhagen', 'Pumpehallen', 'Værftsvej 6', 'hall', -0.009, 0.019],
  ['Utrecht', 'Zomer in het Park', 'Parkweg 1', 'park', -0.012, 0.013],
  ['Lisbon', 'Anfiteatro do Monte', 'Estrada do Monte 50', 'park', 0.009, -0.03],
]

/** Made-up venues in real cities. */
export const venues: readonly Venue[] = named.map(([cityName, name, address, room, north, east]) => {
  const home = cities.find((one) => one.name === cityName)!
  const place = { latitude: round(home.latitude + north), longitude: round(home.longitude + east) }
  return { name, address, city: home, room, ...place }
})

function round(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000
}
