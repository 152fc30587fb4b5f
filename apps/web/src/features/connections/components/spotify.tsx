import type { Connection } from '@sharemyshows/contract/connections'
import { Music } from 'lucide-react'
import { useState } from 'react'
import { sayShortDate } from '@/lib/dates'
import { sayProblem } from '@/lib/problem'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { toast } from '@/ui/toast'
import { useConnect, useDisconnect } from '../api'
import { NotConfigured } from './not-configured'
import { Remote } from './remote'
import { SongsSync } from './songs-sync'
import { WhatItDoes } from './what-it-does'

/** Spotify in whatever state it is: not set up, to be connected, connected, or to be connected again. */
export function Spotify({ connection, admin }: { connection: Connection; admin: boolean }) {
  const { configured, state } = connection
  if (!configured) return <NotConfigured admin={admin} />
  if (state === 'none') {
    return (
      <>
        <WhatItDoes />
        <div className="flex">
          <ConnectButton>Connect Spotify</ConnectButton>
        </div>
      </>
    )
  }
  return (
    <div className="flex flex-col gap-6">
      <Account connection={connection} />
      {state === 'connected' && (
        <>
          <SongsSync />
          <Remote />
        </>
      )}
    </div>
  )
}

function ConnectButton({ children }: { children: string }) {
  const connect = useConnect()
  return (
    <Button
      variant="inverse"
      className="max-sm:flex-1"
      // the page goes on to the provider's; until it is left there is nothing more to press
      pending={connect.isPending || connect.isSuccess}
      onClick={() => connect.mutate('spotify', { onError: (error) => toast.failed(sayProblem(error)) })}
    >
      {children}
    </Button>
  )
}

function Account({ connection }: { connection: Connection }) {
  const { account_name: account, connected_at: since, ends_at: ends, state } = connection
  const [asking, setAsking] = useState(false)
  const disconnect = useDisconnect()
  const leave = async () => {
    try {
      await disconnect.mutateAsync('spotify')
      toast.done('Spotify is disconnected')
    } catch (error) {
      toast.failed(sayProblem(error))
      throw error
    }
  }
  const day = (instant: string) => sayShortDate(instant.slice(0, 10))
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <span aria-hidden className="text-soft [&_svg]:size-6 [&_svg]:stroke-[1.5]">
        <Music />
      </span>
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2 font-medium text-16">
          <span className="wrap-anywhere">{account ?? 'Spotify'}</span>
          {state === 'connected' ? (
            <Badge tone="success">Connected</Badge>
          ) : (
            <Badge tone="warning">Ended</Badge>
          )}
        </p>
        <p className="text-14 text-soft">
          {state === 'reconnect'
            ? 'Your agreement with Spotify has ended, as it does there after six months. Your songs are still here; to play and fetch them, connect again.'
            : [since && `Since ${day(since)}.`, ends && `Spotify asks you again by ${day(ends)}.`]
                .filter(Boolean)
                .join(' ')}
        </p>
      </div>
      <div className="flex flex-wrap gap-2 max-sm:w-full">
        {state === 'reconnect' && <ConnectButton>Connect again</ConnectButton>}
        <Button className="text-danger max-sm:flex-1" onClick={() => setAsking(true)}>
          Disconnect
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Disconnect Spotify?"
        description="Its songs leave your music and your playlists, with when you played them, and we forget the keys to your account. Playlists that were sent to Spotify stay there. Your own recordings are not touched."
        confirmLabel="Disconnect"
        cancelLabel="Stay connected"
        onConfirm={leave}
      />
    </div>
  )
}
