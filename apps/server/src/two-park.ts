/**
 * What `npm run two-park` runs: lets clients of the 2Park protocol come to a municipality, by three
 * letters that its products are named with there, or no longer.
 */
import { CannotStart } from '#cannot-start.ts'
import { violatedConstraint } from '#database/violation.ts'
import { closeTwoPark, openTwoPark } from '#modules/organisations/index.ts'
import { onMunicipality } from '#of-municipality.ts'

const usage = 'npm run two-park -- <municipality> <three capitals, or off>'

try {
  await setTwoPark(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${whatIsWrong(error)}\n`)
  process.exitCode = 1
}

function whatIsWrong(error: unknown): string {
  if (error instanceof CannotStart) return error.message
  if (violatedConstraint(error) !== 'two_park_code_once') throw error
  return 'Another municipality has these letters.'
}

async function setTwoPark(args: string[]): Promise<void> {
  const { slug, choice } = read(args)
  await onMunicipality(slug, async (db, town) => {
    const at = Temporal.Now.instant()
    if (choice === 'off') await closeTwoPark(db, town.id, at)
    else await openTwoPark(db, town.id, { code: choice, at })
    const said = choice === 'off' ? 'closed to' : `open as ${choice} to`
    process.stdout.write(`${slug} is ${said} clients of the 2Park protocol.\n`)
  })
}

function read([slug, choice, ...more]: string[]) {
  if (slug === undefined || choice === undefined || more.length > 0) throw new CannotStart(usage)
  if (choice !== 'off' && !/^[A-Z]{3}$/.test(choice)) throw new CannotStart(usage)
  return { slug, choice }
}
