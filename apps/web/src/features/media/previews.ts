/** Whether pictures may move by themselves here: not for those who want less motion or fewer bytes. */
export function mayPreview(): boolean {
  const connection = (navigator as { connection?: { saveData?: boolean } }).connection
  return (
    !window.matchMedia('(prefers-reduced-motion: reduce)').matches &&
    !window.matchMedia('(prefers-reduced-data: reduce)').matches &&
    connection?.saveData !== true
  )
}
