const KEY = 'volume'

/** How loud this device plays, 0–1, as it was last chosen. */
export function keptVolume(): number {
  try {
    const kept = Number.parseFloat(localStorage.getItem(KEY) ?? '1')
    return kept >= 0 && kept <= 1 ? kept : 1
  } catch {
    return 1
  }
}

export function keepVolume(volume: number): void {
  try {
    localStorage.setItem(KEY, String(volume))
  } catch {
    // It will be as loud as ever next time.
  }
}
