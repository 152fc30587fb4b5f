/** What is missing where the host has not set Spotify up: in words for everybody, and for whoever runs the server. */
export function NotConfigured({ admin }: { admin: boolean }) {
  return (
    <div className="flex flex-col gap-3 text-14 text-soft">
      <p>
        <span className="font-medium text-ink">Not set up on this server.</span> You miss nothing of MoodDJ:
        it chooses from your own recordings.{' '}
        {admin || 'If you would like your Spotify songs among them, ask your host.'}
      </p>
      {admin && (
        <p>
          To offer it, register an app at{' '}
          <a
            href="https://developer.spotify.com/dashboard"
            target="_blank"
            rel="noopener"
            className="underline decoration-edge underline-offset-4 hover:text-ink"
          >
            developer.spotify.com
          </a>{' '}
          and start the server with <code className="font-mono">SPOTIFY_CLIENT_ID</code>. The operator’s guide
          says how, and what Spotify asks of you: Premium of your own, and at most five people.
        </p>
      )}
    </div>
  )
}
