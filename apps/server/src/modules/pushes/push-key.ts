/**
 * The key that all our processes push with (VAPID, RFC 8292): made once, and sealed. Where the key of
 * secrets was lost another is made, and browsers are asked anew.
 */
import { createECDH } from 'node:crypto'
import { invariant } from '@2park/domain/invariant'
import { getSigningKey } from '#modules/accounts/index.ts'
import type { World } from '#world.ts'
import type { PushKey } from './push.port.ts'
import { dropKey } from './push-key.queries.ts'

const curve = 'prime256v1'
const owner = 'push'
const privateKeyBytes = 32

type Keeping = Pick<World, 'db' | 'secrets'>

export async function getPushKey(keeping: Keeping): Promise<PushKey> {
  const privateKey = (await findPrivateKey(keeping)) ?? (await findPrivateKey(keeping))
  invariant(privateKey !== undefined, 'what was sealed just now can be opened')
  const pair = createECDH(curve)
  pair.setPrivateKey(privateKey)
  return {
    publicKey: pair.getPublicKey('base64url'),
    privateKey: privateKey.toString('base64url'),
  }
}

/** Undefined where there was one that can't be opened: it is gone now. */
async function findPrivateKey({ db, secrets }: Keeping): Promise<Buffer | undefined> {
  const sealed = await getSigningKey(db, owner, () => secrets.seal(makePrivateKey(), owner))
  const key = secrets.open(sealed, owner)
  if (!key) await db.transaction().execute((tx) => dropKey(tx, owner, sealed))
  return key
}

function makePrivateKey(): Buffer {
  const pair = createECDH(curve)
  pair.generateKeys()
  const key = pair.getPrivateKey()
  // A number that begins with zeros is said in fewer bytes.
  return Buffer.concat([Buffer.alloc(privateKeyBytes - key.length), key])
}
