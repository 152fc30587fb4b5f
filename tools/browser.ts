import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { programs } from './programs.ts'

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Ubuntu's chromium-browser is a script that only advises to install a snap, so being there is not enough. */
function works(browser: string): boolean {
  if (!existsSync(browser)) return false
  if (process.platform === 'win32') return true
  return spawnSync(browser, ['--version'], { timeout: 20_000 }).status === 0
}

/** The path of a Chromium that starts: CHROMIUM_PATH, an installed one, or Playwright's own; else undefined. */
export function findBrowser(): string | undefined {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) return chosen
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = folders.flatMap((folder) => commands.map((command) => join(folder, command)))
  return [...onPath, ...applications, chromium.executablePath()].find(works)
}

function succeeds(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
}

/**
 * Finds a browser or installs one: by apt-get as root, else Playwright's download.
 * Returns its path, or undefined when this machine can have none.
 */
export function ensureBrowser(): string | undefined {
  const found = findBrowser()
  if (found) return found
  console.log('No browser here yet: installing Chromium for the journeys…')
  const root = process.getuid?.() === 0
  if (root && succeeds('apt-get', ['update', '-qq'])) {
    succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  }
  const packaged = findBrowser()
  if (packaged) return packaged
  const libraries = root ? ['--with-deps'] : []
  succeeds(process.execPath, [programs.playwright, 'install', ...libraries, 'chromium'])
  return findBrowser()
}
