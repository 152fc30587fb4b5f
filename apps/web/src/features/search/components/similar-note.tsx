/** Why what was found is spelled otherwise. */
export function SimilarNote({ q }: { q: string }) {
  return (
    <p role="status" className="wrap-anywhere text-14 text-soft">
      Nothing is spelled “{q}”. These come close.
    </p>
  )
}
