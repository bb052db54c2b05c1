/**
 * Who PostgreSQL runs as. It refuses to run as root, so root hands it to another user: the owner of
 * the data where there is some, otherwise `postgres`, otherwise `nobody`. Everybody else runs it
 * themselves.
 */
import { lstatSync, readFileSync } from 'node:fs'
import { CannotStart } from '#cannot-start.ts'

export type OperatingUser = { readonly uid: number; readonly gid: number }

const nobody: OperatingUser = { uid: 65534, gid: 65534 }

export function operatingUserOf(cluster: string): OperatingUser {
  const owner = lstatSync(cluster, { throwIfNoEntry: false })
  const us = { uid: process.geteuid?.() ?? 0, gid: process.getegid?.() ?? 0 }
  if (us.uid === 0) return unprivileged(owner)
  if (!owner || owner.uid === us.uid) return us
  throw new CannotStart(
    `The data in ${cluster} belongs to another user (uid ${owner.uid}): start as that user, or set DATA_DIR to another folder.`,
  )
}

function unprivileged(owner: OperatingUser | undefined): OperatingUser {
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return findUser('postgres') ?? findUser('nobody') ?? nobody
}

function findUser(name: string): OperatingUser | undefined {
  const fields = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([user]) => user === name)
  return fields && { uid: Number(fields[2]), gid: Number(fields[3]) }
}
