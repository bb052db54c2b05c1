/**
 * PostgreSQL itself, without anything to install: its programs come from npm, its data is in a folder
 * of ours, and it listens on a socket in the file system only, so there is no port to clash.
 *
 * It starts as root and as anybody else, from folders that are closed to others, and after any of
 * its processes or ours was killed. `operating-user.ts`, `postgres-binaries.ts`, `data-folder.ts`
 * and `orphan.ts` each solve one of these.
 */
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { CannotStart } from '#cannot-start.ts'
import { claimDataFolder, type DataFolder } from './data-folder.ts'
import { operatingUserOf, type OperatingUser } from './operating-user.ts'
import { stopOrphan } from './orphan.ts'
import { postgresPrograms } from './postgres-binaries.ts'
import { launch, startPostmaster, type Postmaster } from './postmaster.ts'

export type EmbeddedPostgres = {
  /** Of a database on it; this is also what `psql` and `pgbench` take. */
  readonly urlOf: (database: string) => string
  readonly pid: number
  /** Resolves when it has ended, whoever ended it. */
  readonly ended: Promise<void>
  readonly stop: () => Promise<void>
}

type Options = {
  readonly dataDir: string
  /** Without it, a power failure may lose everything: for data that is thrown away, such as a test's. */
  readonly durable: boolean
}

const port = '5432'

export async function startEmbeddedPostgres({
  dataDir,
  durable,
}: Options): Promise<EmbeddedPostgres> {
  const folder = await claimDataFolder(dataDir)
  try {
    const cluster = join(folder.path, 'postgres')
    const user = operatingUserOf(cluster)
    if (existsSync(cluster)) await stopOrphan(cluster)
    const place = makePlace(folder, user)
    const programs = postgresPrograms(user, place)
    if (!existsSync(cluster)) await initialise(cluster, { programs, user, durable })
    const settings = settingsFor({ place, durable })
    const postmaster = await startPatiently(programs, { user, cluster }, settings)
    return {
      urlOf: (database) => `postgres://postgres@/${database}?host=${place}&port=${port}`,
      pid: postmaster.pid,
      ended: postmaster.ended,
      stop: async () => {
        await postmaster.stop()
        rmSync(place, { recursive: true, force: true })
        await folder.release()
      },
    }
  } catch (error) {
    await folder.release()
    throw error
  }
}

/** One for a run of the tests or the bench, gone when it's stopped. */
export async function startTemporaryPostgres({
  durable,
}: Pick<Options, 'durable'>): Promise<EmbeddedPostgres> {
  const dataDir = mkdtempSync(join(tmpdir(), '2park-data-'))
  const server = await startEmbeddedPostgres({ dataDir, durable })
  return {
    ...server,
    stop: async () => {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/**
 * A database on it, made when it isn't there. What fills it does so under another name: who is
 * killed half-way begins again, and never finds half of it.
 */
export async function createDatabase(
  server: EmbeddedPostgres,
  name: string,
  fill: (url: string) => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  const client = new pg.Client({ connectionString: server.urlOf('postgres') })
  await client.connect()
  try {
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount === 1) return server.urlOf(name)
    const unfinished = `${name}_unfinished`
    await client.query(`drop database if exists ${pg.escapeIdentifier(unfinished)}`)
    await client.query(`create database ${pg.escapeIdentifier(unfinished)}`)
    await fill(server.urlOf(unfinished))
    const [from, to] = [unfinished, name].map((text) => pg.escapeIdentifier(text))
    await client.query(`alter database ${from} rename to ${to}`)
    return server.urlOf(name)
  } finally {
    await client.end()
  }
}

// The path of a socket has at most 107 bytes, so it can't be beside the data.
const longestFolder = 80

/** The folder of the socket, closed to others: who can reach the socket is let in. */
function makePlace(folder: DataFolder, user: OperatingUser): string {
  const parent = tmpdir().length > longestFolder ? '/tmp' : tmpdir()
  const place = join(parent, `2park-${folder.fingerprint}`)
  const owner = lstatSync(place, { throwIfNoEntry: false })
  if (owner && owner.uid !== user.uid && process.geteuid?.() !== 0) {
    throw new CannotStart(`${place} belongs to another user (uid ${owner.uid}): remove it.`)
  }
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { mode: 0o700 })
  chownSync(place, user.uid, user.gid)
  return place
}

type Initialising = {
  readonly programs: string
  readonly user: OperatingUser
  readonly durable: boolean
}

/** Made beside its place and moved there whole: who is killed half-way begins again. */
async function initialise(
  cluster: string,
  { programs, user, durable }: Initialising,
): Promise<void> {
  const unfinished = mkdtempSync(`${cluster}-unfinished-`)
  chownSync(unfinished, user.uid, user.gid)
  const args = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C']
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const sync = durable ? [] : ['--no-sync']
  const program = { path: join(programs, 'initdb'), user, cluster: unfinished }
  const child = launch(program, [...args, ...locale, ...sync])
  let said = ''
  child.stderr?.on('data', (text) => (said += text))
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) {
    rmSync(unfinished, { recursive: true, force: true })
    throw new CannotStart(`PostgreSQL can't make its files in ${cluster}. ${said.trim()}`)
  }
  renameSync(unfinished, cluster)
}

type Settings = { readonly place: string; readonly durable: boolean }

/** For a small machine: about 100 MB in all, and no process that a town of this size doesn't need. */
function settingsFor({ place, durable }: Settings): Record<string, string> {
  return {
    listen_addresses: '',
    port,
    unix_socket_directories: place,
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '40',
    shared_buffers: '64MB',
    huge_pages: 'off',
    io_method: 'sync',
    max_wal_size: '1GB',
    max_parallel_workers_per_gather: '0',
    max_logical_replication_workers: '0',
    random_page_cost: '1.1',
    jit: 'off',
    log_checkpoints: 'off',
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
  }
}

const pollMs = 50
const patienceMs = 10_000

/** The sessions of a killed PostgreSQL live on for a moment, and it rightly doesn't start beside them. */
async function startPatiently(
  programs: string,
  program: { readonly user: OperatingUser; readonly cluster: string },
  settings: Record<string, string>,
): Promise<Postmaster> {
  for (let waited = 0; ; waited += pollMs) {
    try {
      return await startPostmaster(programs, program, settings)
    } catch (error) {
      const sessionsRemain = String(error).includes('shared memory block')
      if (!sessionsRemain || waited > patienceMs) throw error
      await pause(pollMs)
    }
  }
}
