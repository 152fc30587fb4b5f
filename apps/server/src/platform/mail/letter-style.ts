import { html } from './html.ts'

/** The light theme, written into each element: some mail programs read no style sheet. */
export const paper = {
  page: '#f6f2ea',
  card: '#fffefc',
  ink: '#1d1916',
  soft: '#645b54',
  line: '#dfd9cd',
  shade: '#f6f2ea',
  fill: '#1d52cd',
  link: '#1c4fc4',
  /** On the gradient, in both themes: at least 4.5 : 1 on each of its colours. */
  onGradient: '#080b12',
}

export const fonts = {
  text: "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
  code: "ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace",
}

export const GRADIENT = 'linear-gradient(100deg,#3d7af5 0%,#a65af2 55%,#f53db8 100%)'

/** What inline styles cannot say: the dark theme, and the narrow screen. */
export const styleSheet = html`<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; -webkit-text-size-adjust: 100%; }
a { color: inherit; }
@media (max-width: 480px) {
  .outer { padding: 0 0 24px !important; }
  .card { border-radius: 0 !important; }
  .inner { padding-left: 24px !important; padding-right: 24px !important; }
  .date { padding-left: 24px !important; }
  .press { display: block !important; }
}
@media (prefers-color-scheme: dark) {
  .page { background: #111317 !important; }
  .card { background: #1b1d22 !important; border-color: #2d3139 !important; }
  .notch { background: #111317 !important; border-color: #2d3139 !important; }
  .ink { color: #fafafa !important; }
  .soft { color: #9da3af !important; }
  .line { border-color: #6d7483 !important; }
  .hair { border-color: #2d3139 !important; }
  .code { background: #24272e !important; }
  .fill { background: #2e6dea !important; }
  .link { color: #74a1fb !important; }
}
</style>`
