const MARK = 'uploads-may-sleep'

let wanted = false
let lock: WakeLockSentinel | undefined

/** Keeps the screen on while `busy` and looked at: phones stop sending when they go dark. */
export function keepAwake(busy: boolean): void {
  if (wanted === busy) return
  wanted = busy
  if (busy) document.addEventListener('visibilitychange', settle)
  else document.removeEventListener('visibilitychange', settle)
  settle()
}

/** Whether the person wants that, on this device. */
export function mayKeepAwake(): boolean {
  try {
    return localStorage.getItem(MARK) === null
  } catch {
    return true
  }
}

export function chooseKeepAwake(keep: boolean): void {
  try {
    if (keep) localStorage.removeItem(MARK)
    else localStorage.setItem(MARK, '1')
  } catch {
    // Without storage the choice lasts until it is made again.
  }
  settle()
}

/** Whether this browser can do it at all. */
export const canKeepAwake = (): boolean => 'wakeLock' in navigator

function settle(): void {
  if (!wanted || document.hidden || !canKeepAwake() || !mayKeepAwake()) {
    void lock?.release()
    lock = undefined
    return
  }
  if (lock && !lock.released) return
  navigator.wakeLock.request('screen').then(
    (given) => {
      if (wanted && mayKeepAwake()) lock = given
      else void given.release()
    },
    // A low battery may refuse it; sending goes on as long as it can.
    () => undefined,
  )
}
