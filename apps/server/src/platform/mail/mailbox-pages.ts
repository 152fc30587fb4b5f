import { html, type Markup, nothing } from './html.ts'
import { type KeptMail, MOST_SHOWN } from './kept.ts'

export const MAILBOX = '/dev/mailbox'

/** The tokens of the web app that these pages need: dark by default, paper where the system is light. */
const style = html`<style>
:root { color-scheme: dark; --page: hsl(220 15% 8%); --surface: hsl(220 12% 12%); --line: hsl(220 12% 20%);
  --ink: hsl(0 0% 98%); --soft: hsl(220 10% 65%); --accent: hsl(220 95% 72%); }
@media (prefers-color-scheme: light) {
  :root { color-scheme: light; --page: hsl(40 40% 94%); --surface: hsl(42 55% 98%); --line: hsl(38 22% 84%);
    --ink: hsl(25 15% 10%); --soft: hsl(28 9% 36%); --accent: hsl(222 75% 44%); }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 Inter, system-ui, sans-serif; }
main { max-width: 820px; margin: 0 auto; padding: 32px 16px 64px; }
h1 { margin: 0 0 8px; font-size: 28px; line-height: 32px; letter-spacing: -0.02em; overflow-wrap: anywhere; }
p { margin: 0 0 24px; color: var(--soft); }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 6px; }
ol { margin: 0 0 24px; padding: 0; list-style: none; border-top: 1px solid var(--line); }
li a { display: flex; gap: 4px 24px; flex-wrap: wrap; align-items: baseline; min-height: 44px; padding: 12px 8px;
  border-bottom: 1px solid var(--line); color: inherit; text-decoration: none; }
li a:hover { background: var(--surface); }
li b { flex: 1 1 320px; overflow-wrap: anywhere; }
li span, time, dt { color: var(--soft); font-size: 14px; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 16px 0 24px; font-size: 14px; }
dd { margin: 0; overflow-wrap: anywhere; }
nav { display: flex; flex-wrap: wrap; gap: 8px 24px; margin-bottom: 8px; }
nav a { display: inline-flex; align-items: center; min-height: 44px; }
iframe { display: block; width: 100%; height: 760px; border: 1px solid var(--line); border-radius: 16px; }
h2 { margin: 32px 0 8px; font-size: 16px; }
pre { margin: 0; padding: 16px; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 14px;
  background: var(--surface); border: 1px solid var(--line); border-radius: 16px; }
</style>`

const page = (title: string, body: Markup) => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ShareMyShows</title>
${style}
</head>
<body><main>${body}</main></body>
</html>
`

/** All mails that were kept, newest first. */
export const mailboxPage = (mails: readonly KeptMail[]): Markup =>
  page(
    'Mailbox',
    html`<h1>Mailbox</h1>
<p>This server sends no mail, because no SMTP_URL is set. Each mail lies here, and as a file in the data folder.</p>
${mails.length === 0 ? nobodyWrote : html`<ol>${mails.map(row)}</ol>`}
${mails.length < MOST_SHOWN ? nothing : html`<p>Older ones are in the folder.</p>`}`,
  )

const nobodyWrote = html`<p>Nothing yet. Create an account, and its first mail appears here.</p>`

const row = ({ id, subject, to, date }: KeptMail) =>
  html`<li><a href="${MAILBOX}/${id}"><b>${subject || 'No subject'}</b><span>${to}</span>${when(date)}</a></li>
`

const when = (date: string) =>
  date === '' ? nothing : html`<time datetime="${date}">${date.slice(0, 19).replace('T', ' ')} UTC</time>`

/** One mail: its page in a frame without scripts, its plain part, and the file. */
export const mailPage = ({ id, from, to, subject, date, text, html: content }: KeptMail): Markup =>
  page(
    subject,
    html`<nav><a href="${MAILBOX}">All mails</a><a href="${MAILBOX}/${id}.eml" download>Download the .eml file</a></nav>
<h1>${subject || 'No subject'}</h1>
<dl><dt>From</dt><dd>${from}</dd><dt>To</dt><dd>${to}</dd><dt>When</dt><dd>${when(date)}</dd></dl>
${content === '' ? nothing : frame(content)}
<h2>Plain text</h2>
<pre tabindex="0">${text}</pre>`,
  )

/** Nothing in the frame runs; its links open beside this page, as they do in a mail program. */
const frame = (content: string) =>
  html`<iframe title="The mail as it is shown" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${content}"></iframe>`

export const noSuchMail: Markup = page(
  'No such mail',
  html`<h1>There is no such mail</h1>
<p>It may have been deleted from the data folder. <a href="${MAILBOX}">All mails</a></p>`,
)
