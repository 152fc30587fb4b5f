// Runs before the first paint, so that nobody sees the wrong theme flash. Kept in step with src/lib/theme.ts.
;(() => {
  var choice = 'dark'
  try {
    choice = localStorage.getItem('theme') || 'dark'
  } catch (_) {}
  var light =
    choice === 'light' || (choice === 'system' && matchMedia('(prefers-color-scheme: light)').matches)
  document.documentElement.dataset.theme = light ? 'light' : 'dark'
  var meta = document.querySelector('meta[name="theme-color"]')
  if (meta) meta.content = light ? '#f6f2ea' : '#111317'
})()
