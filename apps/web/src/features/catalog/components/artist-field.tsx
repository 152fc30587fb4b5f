import { Combobox } from '@/ui/combobox'
import { artists, knownArtists, useSuggestions } from '../api'
import type { FoundArtist, PickedArtist, SuggestFieldProps } from '../model'
import { elsewhere } from '../outside'
import { Owed } from './owed'
import { TwoWords } from './two-words'

/** Who plays: suggests artists of shows one may see, then those that are known elsewhere, and takes any name. */
export function ArtistField({ onPick, ...field }: SuggestFieldProps<PickedArtist>) {
  const { attribution, settle, ...found } = useSuggestions(artists, field.value)
  const pick = (artist: FoundArtist) => {
    settle(artist.name)
    onPick(artist)
  }
  return (
    <Combobox
      {...field}
      {...found}
      onPick={pick}
      keyOf={(artist) => artist.artist_id ?? artist.mbid ?? artist.name}
      groupOf={elsewhere}
      renderOption={({ name, disambiguation }) => <TwoWords first={name} second={disambiguation ?? ''} />}
      foot={<Owed attribution={attribution} items={found.options} />}
    />
  )
}

/** The same for looking among what is here. */
export function KnownArtistField(field: SuggestFieldProps<PickedArtist>) {
  const { options, loading } = useSuggestions(knownArtists, field.value)
  return (
    <Combobox
      {...field}
      {...{ options, loading }}
      keyOf={(artist) => artist.id}
      renderOption={(artist) => <span className="truncate font-medium">{artist.name}</span>}
    />
  )
}
