import { type FormEvent, useState } from 'react'
import type { CatalogFields } from '@/features/catalog/model'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextField } from '@/ui/text-field'
import type { DiarySearch } from '../filter'

type FilterDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  search: DiarySearch
  onChange: (search: DiarySearch) => void
  fields: CatalogFields
}

/** Narrows the list by who, where and when. */
export function FilterDialog({ open, onOpenChange, ...rest }: FilterDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Which shows?">
      <FilterForm {...rest} close={() => onOpenChange(false)} />
    </Dialog>
  )
}

type FilterFormProps = Omit<FilterDialogProps, 'open' | 'onOpenChange'> & { close: () => void }

function FilterForm({ search, onChange, fields, close }: FilterFormProps) {
  const { ArtistField, VenueField, CityField } = fields
  const [artist, setArtist] = useState(search.artist ?? '')
  const [venue, setVenue] = useState(search.venue ?? '')
  const [city, setCity] = useState(search.city ?? '')
  const [year, setYear] = useState(search.year?.toString() ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const said = (text: string) => text.trim() || undefined
    onChange({
      ...search,
      artist: said(artist),
      venue: said(venue),
      city: said(city),
      year: year === '' ? undefined : Number(year),
    })
    close()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <ArtistField
        label="Artist"
        value={artist}
        onChange={setArtist}
        onPick={({ name }) => setArtist(name)}
      />
      <VenueField label="Venue" value={venue} onChange={setVenue} onPick={({ name }) => setVenue(name)} />
      <CityField label="City" value={city} onChange={setCity} onPick={({ name }) => setCity(name)} />
      <TextField
        label="Year"
        type="number"
        inputMode="numeric"
        min={1900}
        max={2200}
        value={year}
        onChange={(event) => setYear(event.target.value)}
      />
      <Button type="submit" variant="inverse" className="mt-2">
        Show them
      </Button>
    </form>
  )
}
