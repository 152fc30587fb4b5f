import { useSyncExternalStore } from 'react'
import { onSessionEnd, worthAnotherTry } from '@/lib/renewal'
import { joinMediaSession } from './media-session'
import { forgetPlaces, keepPlace, placeOf } from './places'
import { type Hearing, Player } from './player'
import { setPlayerPresent } from './player-presence'
import { takeTurn } from './turn'
import { keepVolume, keptVolume } from './volume'

let player: Player | undefined

/** The one player of this tab; it goes on while pages change, and ends with the session. */
export function thePlayer(): Player {
  player ??= open()
  return player
}

function open(): Player {
  const opened = new Player({
    audio: new Audio(),
    isOnline: () => navigator.onLine,
    makeReady: worthAnotherTry,
    takeTurn: () => takeTurn(opened.pause),
    placeOf,
    keepPlace,
  })
  let kept = keptVolume()
  opened.setVolume(kept)
  opened.subscribe(() => {
    const { now, volume } = opened.read()
    setPlayerPresent(now !== undefined)
    if (volume === kept) return
    keepVolume(volume)
    kept = volume
  })
  joinMediaSession(opened)
  window.addEventListener('online', opened.revive)
  onSessionEnd(() => {
    opened.close()
    forgetPlaces()
  })
  return opened
}

/** A part of what the player does, live; `select` gives something that stays the same while it means the same. */
export function usePlayer<Part>(select: (hearing: Hearing) => Part): Part {
  const { subscribe, read } = thePlayer()
  return useSyncExternalStore(subscribe, () => select(read()))
}
