/** What a path may do: `least` steps of each kind at a time, and what it costs to begin another (natural logarithm). */
type Habits = { least: readonly number[]; change: number }

/**
 * The likeliest sequence of kinds, given how likely each is in each step (Viterbi 1967). A kind lasts as long as `least`
 * says, by a chain of that many states of which only the last may be left; only the recording's ends may cut it short.
 */
export function likeliestPath(likelihoods: Float32Array, { least, change }: Habits): Uint8Array {
  const kinds = least.length
  const length = likelihoods.length / kinds
  const kindOf = least.flatMap((count, kind) => Array.from({ length: count }, () => kind))
  const firstOf = least.map((_, kind) => kindOf.indexOf(kind))
  const lastOf = least.map((_, kind) => kindOf.lastIndexOf(kind))
  const states = kindOf.length
  const from = new Uint8Array(length * states)
  let before = new Float64Array(states)
  let now = new Float64Array(states)
  for (let step = 0; step < length; step++) {
    for (let state = 0; state < states; state++) {
      const kind = kindOf[state] as number
      let [best, origin] = [0, state]
      if (step > 0) {
        const first = state === firstOf[kind]
        const stays = state === lastOf[kind]
        best = stays ? (before[state] as number) : -Infinity
        if (!first && (before[state - 1] as number) > best) {
          best = before[state - 1] as number
          origin = state - 1
        }
        for (let other = 0; first && other < kinds; other++) {
          const score = (before[lastOf[other] as number] as number) - change
          if (other !== kind && score > best) {
            best = score
            origin = lastOf[other] as number
          }
        }
      }
      now[state] = best + Math.log(likelihoods[step * kinds + kind] as number)
      from[step * states + state] = origin
    }
    ;[before, now] = [now, before]
  }
  return backwards(from, before, length, kindOf)
}

function backwards(
  from: Uint8Array,
  scores: Float64Array,
  length: number,
  kindOf: readonly number[],
): Uint8Array {
  const path = new Uint8Array(length)
  let state = scores.indexOf(Math.max(...scores))
  for (let step = length - 1; step >= 0; step--) {
    path[step] = kindOf[state] as number
    state = from[step * kindOf.length + state] as number
  }
  return path
}
