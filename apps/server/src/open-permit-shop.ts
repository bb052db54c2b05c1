/**
 * What `npm run permit-shop` runs: lets a permit shop of a municipality in, and shows what it is let
 * in with. Shown once: we keep no more than its hash.
 */
import { parseArgs } from 'node:util'
import { CannotStart } from '#cannot-start.ts'
import { openPermitShop } from '#modules/permit-shop/index.ts'
import { onMunicipality } from '#of-municipality.ts'

const usage = 'npm run permit-shop -- <municipality> [--name <name>] [--webhook <address>]'

try {
  await openShop(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

async function openShop(args: string[]): Promise<void> {
  const { slug, name, webhookAddress } = read(args)
  await onMunicipality(slug, async (db, town) => {
    const opened = await openPermitShop(db, {
      organisationId: town.id,
      name: name ?? town.permitShopName,
      webhookAddress,
    })
    process.stdout.write(`token           ${opened.token}\n`)
    if (opened.webhookSecret) process.stdout.write(`webhook secret  ${opened.webhookSecret}\n`)
  })
}

function read(args: string[]) {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { name: { type: 'string' }, webhook: { type: 'string' } },
    })
    const [slug, ...more] = positionals
    if (slug === undefined || more.length > 0) throw new CannotStart(usage)
    const { name, webhook } = values
    return { slug, name, webhookAddress: webhook && goodAddress(webhook) }
  } catch (error) {
    throw error instanceof CannotStart ? error : new CannotStart(usage)
  }
}

/** HTTPS, except to this very machine: the message says which product was linked. */
function goodAddress(text: string): string {
  const url = URL.parse(text)
  const isHere = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1'
  const isGood = url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere)
  if (!url || !isGood) throw new CannotStart('The webhook is an address that begins with https://.')
  return url.href
}
