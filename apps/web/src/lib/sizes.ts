/** "3.4 MB", "1.2 GB"; 1 MB = 1,048,576 bytes. */
export function sayBytes(bytes: number): string {
  const mb = bytes / 1_048_576
  if (bytes === 0) return 'nothing'
  if (mb < 0.1) return `${Math.ceil(bytes / 1024)} KB`
  if (mb < 1024) return `${mb.toFixed(mb < 10 ? 1 : 0)} MB`
  return `${(mb / 1024).toFixed(1)} GB`
}
