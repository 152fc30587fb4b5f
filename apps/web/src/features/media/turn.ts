type Quiet = () => void

let sounding: Quiet | undefined

/** One thing sounds at a time: whatever did before is told to be quiet. Hand in how this one is. */
export function takeTurn(beQuiet: Quiet): void {
  const before = sounding
  sounding = beQuiet
  if (before !== beQuiet) before?.()
}

/** It is gone and need not be told any more. */
export function leaveTurn(beQuiet: Quiet): void {
  if (sounding === beQuiet) sounding = undefined
}
