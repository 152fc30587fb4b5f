import { html, type Markup, nothing } from './html.ts'
import type { Letter } from './letter.ts'
import { fonts, GRADIENT, paper, styleSheet } from './letter-style.ts'

const { page, card, ink, soft, line, shade, fill, link, onGradient } = paper

/**
 * The letter as a ticket: the day and the heading on the stub, a perforation, the code and the button below it. Tables
 * and inline styles, because Outlook and Gmail lay out little else alike.
 */
export const letterHtml = (letter: Letter, at: Date): Markup => html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="x-apple-disable-message-reformatting">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${letter.subject}</title>
${styleSheet}
</head>
<body class="page" style="margin:0;padding:0;background:${page}">
${preview(letter.preview)}
<div role="article" aria-roledescription="email" aria-label="${letter.subject}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" bgcolor="${page}" style="background:${page}">
<tr><td class="outer" align="center" style="padding:32px 16px">
<!--[if mso]><table role="presentation" width="560" align="center"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="card" bgcolor="${card}" style="max-width:560px;background:${card};border:1px solid ${line};border-radius:16px;border-collapse:separate;overflow:hidden">
<tr><td class="inner" bgcolor="#a65af2" style="padding:18px 32px;background-color:#a65af2;background-image:${GRADIENT};font:700 18px/24px ${fonts.text};letter-spacing:-0.2px;color:${onGradient}">ShareMyShows</td></tr>
<tr><td>${stub(letter, at)}</td></tr>
<tr><td>${perforation}</td></tr>
<tr><td class="inner" style="padding:20px 32px 32px">
${letter.paragraphs.map(paragraph)}
${codeBlock(letter)}
${button(letter.button)}
${letter.code === undefined ? note(letter.expiry) : nothing}
${fallback(letter.button)}
${security(letter.security)}
</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
${foot(letter)}
</td></tr>
</table>
</div>
</body>
</html>
`

/** Read by mail programs for their lists; the spaces keep the words of the mail itself from following it there. */
const preview = (text: string) =>
  html`<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${text}${FILLER}</div>`

const FILLER = html`${'\u034f\u00a0'.repeat(60)}`

const part = (at: Date, options: Intl.DateTimeFormatOptions) =>
  at.toLocaleString('en-GB', { timeZone: 'UTC', ...options })

/** The day is said with its zone: where the reader is nobody knows here. */
const stub = (
  { heading, name }: Letter,
  at: Date,
) => html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr>
<td class="date" width="76" valign="top" align="center" style="padding:24px 0 20px 32px;font-family:${fonts.text}">
<div class="soft" style="font-size:12px;line-height:16px;font-weight:600;letter-spacing:1px;color:${soft}">${part(at, { month: 'short' }).slice(0, 3).toUpperCase()}</div>
<div class="ink" style="font-size:40px;line-height:42px;font-weight:700;letter-spacing:-1px;color:${ink}">${part(at, { day: 'numeric' })}</div>
<div class="soft" style="font-size:12px;line-height:16px;white-space:nowrap;color:${soft}">${part(at, { hour: '2-digit', minute: '2-digit' })} UTC</div>
</td>
<td class="inner" valign="middle" style="padding:24px 32px 20px 24px;font-family:${fonts.text}">
<h1 class="ink" style="margin:0;font-size:28px;line-height:32px;font-weight:700;letter-spacing:-0.5px;color:${ink};word-break:break-word">${heading}</h1>
<div class="soft" style="padding-top:4px;font-size:14px;line-height:20px;color:${soft};word-break:break-word">for ${name}</div>
</td>
</tr>
</table>`

/** Half a hole at either edge and a dashed line between them. */
const perforation = html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr>
<td width="10" style="width:10px;font-size:0;line-height:0"><div class="notch" style="width:9px;height:18px;background:${page};border:1px solid ${line};border-left:0;border-radius:0 10px 10px 0"></div></td>
<td style="padding:0 8px;font-size:0;line-height:0"><div class="line" style="border-top:2px dashed ${line}"></div></td>
<td width="10" style="width:10px;font-size:0;line-height:0"><div class="notch" style="width:9px;height:18px;background:${page};border:1px solid ${line};border-right:0;border-radius:10px 0 0 10px"></div></td>
</tr>
</table>`

const paragraph = (text: string) =>
  html`<p class="ink" style="margin:0 0 16px;font:400 16px/24px ${fonts.text};color:${ink};word-break:break-word">${text}</p>
`

const codeBlock = ({ code, expiry }: Letter) =>
  code === undefined
    ? nothing
    : html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px">
<tr><td class="code" align="center" bgcolor="${shade}" style="padding:20px 8px 16px;background:${shade};border-radius:12px">
<div class="ink" style="padding-left:8px;font:700 32px/40px ${fonts.code};letter-spacing:8px;color:${ink}">${code}</div>
${expiry === undefined ? nothing : html`<div class="soft" style="padding-top:4px;font:400 14px/20px ${fonts.text};color:${soft}">${expiry}</div>`}
</td></tr>
</table>`

const button = (given: Letter['button']) =>
  given === undefined
    ? nothing
    : html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 16px">
<tr><td class="fill" align="center" bgcolor="${fill}" style="background:${fill};border-radius:999px">
<a class="press" href="${given.href}" target="_blank" style="display:block;padding:13px 24px;border-radius:999px;font:600 16px/22px ${fonts.text};color:#ffffff;text-decoration:none;mso-padding-alt:0">${given.label}</a>
</td></tr>
</table>`

const note = (text: string | undefined) =>
  text === undefined
    ? nothing
    : html`<p class="soft" style="margin:0 0 16px;font:400 14px/20px ${fonts.text};color:${soft};text-align:center">${text}</p>`

/** For programs that show no links. */
const fallback = (given: Letter['button']) =>
  given === undefined
    ? nothing
    : html`<p class="soft" style="margin:0 0 24px;font:400 12px/16px ${fonts.text};color:${soft};word-break:break-all">Button not working? Open this address: <a class="link" href="${given.href}" style="color:${link}">${given.href}</a></p>`

const security = (text: string | undefined) =>
  text === undefined
    ? nothing
    : html`<p class="soft hair" style="margin:0;padding:16px 0 0;border-top:1px solid ${line};font:400 14px/20px ${fonts.text};color:${soft}">${text}</p>`

const foot = ({ home }: Letter) =>
  html`<p class="soft" style="margin:20px 0 0;font:400 12px/16px ${fonts.text};color:${soft}">ShareMyShows, the home for live music<br><a class="soft" href="${home}" style="color:${soft}">${home.replace(/^https?:\/\//, '')}</a></p>`
