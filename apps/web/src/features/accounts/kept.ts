/**
 * What an entrance has to remember over a reload: a sign-in that waits for its second step, and what a mailed link
 * carried, which must not stay in the address bar. It belongs to this tab and is forgotten once it is used.
 */
type Kept = 'second-step' | 'setup-code' | 'reset-token' | 'verify-token' | 'invitation'

// Where storage is forbidden it lasts until the reload.
const memory = new Map<Kept, string>()

export function keep(what: Kept, value: string): void {
  memory.set(what, value)
  try {
    sessionStorage.setItem(what, value)
  } catch {
    // Private windows may refuse storage.
  }
}

export function kept(what: Kept): string | undefined {
  try {
    return sessionStorage.getItem(what) ?? memory.get(what)
  } catch {
    return memory.get(what)
  }
}

export function forget(what: Kept): void {
  memory.delete(what)
  try {
    sessionStorage.removeItem(what)
  } catch {
    // Then it was never there.
  }
}
