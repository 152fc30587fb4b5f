import { type CSSProperties, useEffect } from 'react'
import { Toaster as Sonner, toast as sonner } from 'sonner'
import { type Toast, takeToasts } from './toast'

const SEND = { done: sonner.success, failed: sonner.error, note: sonner } as const
const COLOURS = {
  '--normal-bg': 'var(--raised)',
  '--normal-border': 'var(--line)',
  '--normal-text': 'var(--ink)',
  '--border-radius': 'var(--radius-control)',
} as CSSProperties

/** The toaster itself, loaded by the host when the first toast comes. */
export default function Toaster({ theme }: { theme: 'dark' | 'light' }) {
  useEffect(() => takeToasts(present), [])
  return (
    <Sonner
      theme={theme}
      style={COLOURS}
      position="bottom-center"
      offset={{ bottom: 'calc(var(--player, 0px) + 1.5rem)' }}
      // Above the phone's tab bar.
      mobileOffset={{ bottom: 'calc(5rem + env(safe-area-inset-bottom) + var(--player, 0px))' }}
      toastOptions={{ className: 'font-text!' }}
    />
  )
}

function present({ kind, text, action }: Toast) {
  // A failure waits longer: it has to be read before it can be acted on.
  SEND[kind](text, { duration: kind === 'failed' ? 8000 : 4000, ...(action && { action }) })
}
