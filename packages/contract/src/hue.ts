// Between these degrees a dark tint turns to mud or to road-sign green; the hash never lands there.
const MUD_FROM = 78
const MUD_TO = 150

/**
 * A hue for a text, 0–359 degrees of OKLCH: the same for "Radiohead", " radiohead " and "RADIOHEAD",
 * on every machine and for ever.
 */
export function hue(text: string): number {
  const spread = fnv1a(text.normalize('NFKC').trim().toLowerCase()) % (360 - (MUD_TO - MUD_FROM))
  return spread < MUD_FROM ? spread : spread + (MUD_TO - MUD_FROM)
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return (hash ^ (hash >>> 15)) >>> 0
}
