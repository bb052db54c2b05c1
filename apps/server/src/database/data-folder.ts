/**
 * The folder that everything of one town's installation is kept in, and the claim to it: one process
 * at a time. The claim is a name in the kernel that goes when its process goes, however it goes, so
 * nothing is left to clean up after a `kill -9`.
 */
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, resolve } from 'node:path'
import { CannotStart } from '#cannot-start.ts'

export type DataFolder = {
  readonly path: string
  /** Short, and always the same for this folder. */
  readonly fingerprint: string
  readonly release: () => Promise<void>
}

export async function claimDataFolder(wanted: string): Promise<DataFolder> {
  const path = makeWritable(wanted)
  const fingerprint = createHash('sha256').update(path).digest('hex').slice(0, 12)
  const claim = createServer()
  await new Promise<void>((done, reject) => {
    claim.once('error', (cause) =>
      reject(
        new CannotStart(`The data folder ${path} is in use by another 2Park that is running.`, {
          cause,
        }),
      ),
    )
    // A leading zero makes it a name without a file, which Linux has.
    claim.listen(`\0 2park ${fingerprint}`, done)
  })
  claim.unref()
  return { path, fingerprint, release: () => new Promise((done) => claim.close(() => done())) }
}

function makeWritable(wanted: string): string {
  try {
    makeFolder(resolve(wanted))
    accessSync(wanted, constants.R_OK | constants.W_OK | constants.X_OK)
    return realpathSync(wanted)
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code // What every error of `node:fs` carries.
    throw new CannotStart(`The data folder ${wanted} can't be written (${why}): set DATA_DIR.`, {
      cause,
    })
  }
}

/** Step by step: in one go (`recursive`), Node never comes back from a place like `/proc`. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}
