type Guard = () => Promise<boolean>

const guards = new Set<Guard>()

/** Lets a part of the app ask before somebody signs out, and tidy up; returns the end of that. */
export function guardSignOut(guard: Guard): () => void {
  guards.add(guard)
  return () => guards.delete(guard)
}

/** Asks all who have something to lose; false when the person stays. */
export async function maySignOut(): Promise<boolean> {
  for (const guard of guards) if (!(await guard())) return false
  return true
}
