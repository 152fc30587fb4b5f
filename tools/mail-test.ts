import { noticeMail } from '../apps/server/src/features/accounts/mails.ts'
import { ConfigError, readConfig } from '../apps/server/src/platform/config/config.ts'
import { checkMail } from '../apps/server/src/platform/mail/checkup.ts'

const USAGE = `Sends one mail with the settings of the environment and says, step by step, what works and what does not.

  npm run mail:test -- you@example.org`

/** Says what is found; gives the exit code: 0 when the mail went, 1 when not, 2 when nobody was named. */
async function main([to, ...more]: string[]): Promise<number> {
  if (to === undefined || more.length > 0 || !/^[^\s@<>,]+@[^\s@<>,]+$/.test(to)) {
    console.log(USAGE)
    return 2
  }
  const config = readConfig(process.env)
  const home = config.publicUrl ?? `http://${config.host}:${config.port}`
  const letter = noticeMail(
    { username: to, email: to },
    {
      home,
      subject: 'ShareMyShows can send mail',
      heading: 'It works',
      paragraphs: ['Somebody who runs ShareMyShows tried whether its mail arrives. It does.'],
      button: { label: 'Open ShareMyShows', href: home },
    },
  )
  for await (const { fine, says } of checkMail(config, letter)) {
    console.log(`${fine ? 'fine  ' : 'FAULT '} ${says}`)
    if (!fine) return 1
  }
  if (config.smtpUrl !== null) {
    console.log(
      `\nLook into the inbox of ${to}, and among the spam. If it is not there within minutes, the name of your sender may lack SPF or DKIM records.`,
    )
  }
  return 0
}

process.exitCode = await main(process.argv.slice(2)).catch((error: Error) => {
  if (!(error instanceof ConfigError)) throw error
  console.log(`FAULT  ${error.message}`)
  return 1
})
