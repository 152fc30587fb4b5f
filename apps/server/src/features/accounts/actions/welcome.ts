import { html } from '../../../platform/mail/html.ts'
import type { Message } from '../../../platform/mail/message.ts'

/** The first mail to a new person; `home` is the address of this server. */
export function welcome(person: { username: string; email: string }, home: string): Message {
  const { username, email } = person
  const subject = `Welcome ${username} to ShareMyShows`
  const text = `Hello ${username},

your concert diary is ready. Start with a night you remember:
${home}/

If you did not sign up, somebody typed your address by mistake; you need do nothing.
`
  const page = html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${subject}</title></head>
<body style="margin:0;padding:32px 16px;background:#f6f3ec;color:#191c22;font:16px/1.5 system-ui,sans-serif">
<div style="max-width:480px;margin:0 auto;padding:32px;background:#fff;border-radius:16px">
<h1 style="margin:0 0 16px;font-size:28px;line-height:1.2">Hello ${username}</h1>
<p style="margin:0 0 24px">Your concert diary is ready. Start with a night you remember.</p>
<p style="margin:0 0 24px"><a href="${home}/" style="display:inline-block;padding:12px 24px;border-radius:999px;background:#1f5fe0;color:#fff;text-decoration:none">Open my diary</a></p>
<p style="margin:0;font-size:14px;color:#5b6270">If you did not sign up, somebody typed your address by mistake; you need do nothing.</p>
</div>
</body>
</html>
`
  return { to: email, subject, text, html: page.source }
}
