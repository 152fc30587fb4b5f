import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Attribution } from '@/ui/attribution'
import { Button } from '@/ui/button'
import { identityQuery } from '../api'
import { CoverOf } from './cover-of'
import { WhoDialog } from './who-dialog'

type ArtistElsewhereProps = {
  artistId: string
  name: string
  /** She has seen them, and there is somebody to ask. */
  canSay: boolean
}

/** Who an artist is elsewhere, with a cover; whoever has seen them says who they are. */
export function ArtistElsewhere({ artistId, name, canSay }: ArtistElsewhereProps) {
  const heading = useId()
  const [asking, setAsking] = useState(false)
  const { data } = useQuery(identityQuery(artistId))
  if (!data || (data.url === null && !canSay)) return null
  const { artist, disambiguation, image, url } = data
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="text-20">
        Elsewhere
      </h2>
      <div className="mt-3 flex gap-4">
        {image && <CoverOf key={image.url} image={image} />}
        <div className="wrap-anywhere min-w-0 text-14">
          {url === null ? (
            <p className="text-soft">Nobody has said yet who of those called {name} this is.</p>
          ) : (
            <>
              {disambiguation && <p>{disambiguation}</p>}
              {image && <p className="text-soft">Cover: {image.title}</p>}
              <p className="flex flex-wrap gap-x-4 text-12 text-soft">
                <Attribution text="MusicBrainz" url={url} />
                {image && <Attribution text={image.attribution.text} url={image.link} />}
              </p>
            </>
          )}
          {canSay && (
            <Button
              size="small"
              variant={url === null ? 'secondary' : 'ghost'}
              className={url === null ? 'mt-3' : '-ml-3'}
              onClick={() => setAsking(true)}
            >
              {url === null ? 'Who is this?' : 'Is this somebody else?'}
            </Button>
          )}
        </div>
      </div>
      {asking && <WhoDialog {...{ artistId, name }} known={artist.mbid} close={() => setAsking(false)} />}
    </section>
  )
}
