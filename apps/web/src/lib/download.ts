/** Has the browser save what an address gives, under the name that the server says. */
export function download(href: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = ''
  link.click()
}
