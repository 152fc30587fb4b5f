import { kindOf } from './upload-formats'

/** Of a folder so many files are taken at most; whoever drops a whole disk did not mean it. */
const MOST_FILES = 2000

/** The files of a drop or a paste; folders are opened, and what is none of ours in them is left out. */
export async function filesOf(transfer: DataTransfer): Promise<File[]> {
  // Asked before anything is waited for: afterwards the browser has emptied it.
  const loose = [...transfer.files]
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null)
  if (!entries.some((entry) => entry?.isDirectory)) return loose
  const files: File[] = []
  for (const entry of entries) if (entry) await gather(entry, files, false)
  return files
}

async function gather(entry: FileSystemEntry, files: File[], inFolder: boolean): Promise<void> {
  if (files.length >= MOST_FILES) return
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    ).catch(() => undefined)
    if (file && (!inFolder || kindOf(file) !== undefined)) files.push(file)
    return
  }
  for (const child of await childrenOf(entry as FileSystemDirectoryEntry)) await gather(child, files, true)
}

/** All of a folder; browsers hand them out in portions. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    ).catch(() => [])
    if (some.length === 0) return all
    all.push(...some)
  }
}
