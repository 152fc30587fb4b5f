/** A text kept on this device, or undefined; where storage is forbidden nothing ever is. */
export function readKept(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a text on this device until the person comes back for it; an empty one is forgotten. */
export function keep(key: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // Full or forbidden: the page still has it.
  }
}
