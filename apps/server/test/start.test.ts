/** The server in real life: started as people start it, killed as machines kill it. */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { demoAccounts } from '../seed/people.ts'
import { buildWebApp, isWebAppFresh } from '../src/web-build.ts'
import { startMailReader } from './mail-reader.ts'
import { entrance, launchServer, type LaunchedServer } from './launched-server.ts'

const nobody = { uid: 65534, gid: 65534 }
const isRoot = process.geteuid?.() === 0
// In a home that is closed to others, nobody else can start it.
const isOpenToAll =
  isRoot && spawnSync(process.execPath, ['--check', entrance], { ...nobody, cwd: '/' }).status === 0

// Starting takes a second or two, and several at once on a small machine take longer.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 120_000 })

// Of a machine that does much else.
const patience = { timeout: 20_000 }

const launched: LaunchedServer[] = []
const folders: string[] = []

beforeAll(async () => {
  if (!isWebAppFresh()) await buildWebApp(AbortSignal.timeout(120_000))
})

afterEach(async () => {
  for (const server of launched) server.kill('SIGTERM')
  await Promise.all(launched.splice(0).map((server) => server.ended))
})

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

describe.each([
  ['ourselves', undefined, true],
  ['an ordinary user', nobody, isOpenToAll],
] as const)('the server, started by %s', (_, user, isPossible) => {
  test.runIf(isPossible)('is ready, stops with its PostgreSQL, and keeps its data', async () => {
    const dataDir = makeFolder()
    if (user) chownSync(dataDir, user.uid, user.gid)
    const first = launch(dataDir, { user })
    expect(await health(await first.address())).toBe(200)
    const note = await leaveNote(dataDir)
    const postgres = postgresPid(dataDir)
    first.kill('SIGTERM')
    expect(await first.ended).toMatchObject({ code: 0 })
    expect(isRunning(postgres)).toBe(false)

    const second = launch(dataDir, { user })
    expect(await health(await second.address())).toBe(200)
    expect(await readNotes(dataDir)).toContain(note)
    second.kill('SIGINT')
    expect(await second.ended).toMatchObject({ code: 0 })
  })
})

describe('the server', () => {
  // One for all: each test finds it as the one before it left it, which is after a crash as often as not.
  const dataDir = makeFolder()

  test('starts again with its data after a kill -9 of itself', async () => {
    const first = launch(dataDir)
    await first.address()
    const note = await leaveNote(dataDir)
    const orphan = postgresPid(dataDir)
    first.kill('SIGKILL')
    await first.ended
    expect(isRunning(orphan)).toBe(true)

    await launch(dataDir).address()
    expect(await readNotes(dataDir)).toContain(note)
    expect(isRunning(orphan)).toBe(false)
  })

  test('stops when its PostgreSQL is killed, and starts again with its data', async () => {
    const first = launch(dataDir)
    await first.address()
    const note = await leaveNote(dataDir)
    process.kill(postgresPid(dataDir), 'SIGKILL')
    expect(await first.ended).toMatchObject({
      code: 1,
      said: expect.stringContaining('PostgreSQL ended by itself'),
    })

    await launch(dataDir).address()
    expect(await readNotes(dataDir)).toContain(note)
  })

  test('is not stopped by a pid file whose number is somebody else’s now', async () => {
    const first = launch(dataDir)
    await first.address()
    const file = join(dataDir, 'postgres/postmaster.pid')
    first.kill('SIGKILL')
    process.kill(postgresPid(dataDir), 'SIGKILL')
    await first.ended
    // Our own number: somebody who is surely running, and surely no PostgreSQL.
    const [, ...rest] = readFileSync(file, 'utf8').split('\n')
    writeFileSync(file, [process.pid, ...rest].join('\n'))

    expect(await health(await launch(dataDir).address())).toBe(200)
  })

  test('says that its folder is in use, and leaves who uses it alone', async () => {
    const first = launch(dataDir)
    const address = await first.address()
    const { code, said } = await launch(dataDir).ended
    expect(code).toBe(1)
    expect(said).toBe(
      `2Park: The data folder ${dataDir} is in use by another 2Park that is running.`,
    )
    expect(await health(address)).toBe(200)
  })

  test('says that its port is taken', async () => {
    const other = createServer()
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    const { port } = other.address() as AddressInfo // It listens on a host and a port.
    const { code, said } = await launch(dataDir, { environment: { PORT: String(port) } }).ended
    expect(code).toBe(1)
    expect(said).toBe(
      `2Park: Port ${port} on 127.0.0.1 is taken by another program: set PORT or HOST.`,
    )
    other.close()
  })

  test('says that its database is unreachable', async () => {
    const { code, said } = await launch(dataDir, {
      environment: { DATABASE_URL: 'postgres://2park@127.0.0.1:1/2park' },
    }).ended
    expect(code).toBe(1)
    expect(said).toBe("2Park: The database can't be reached: connect ECONNREFUSED 127.0.0.1:1.")
  })

  // Not even root can make a folder there.
  test.each(['/etc/passwd/2park', '/proc/2park'])('says that %s can’t be written', async (dir) => {
    const { code, said } = await launch(dir).ended
    expect(code).toBe(1)
    expect(said).toMatch(
      /^2Park: The data folder \S+ can't be written \(E[A-Z]+\): set DATA_DIR[.]$/,
    )
  })

  test('sends what is in the outbox to its mail server', async () => {
    const reader = await startMailReader()
    onTestFinished(reader.stop)
    const server = launch(dataDir, {
      environment: { SMTP_URL: reader.url.href, MAIL_FROM: 'parkeren@example.nl' },
    })
    const address = await server.address()
    await writeMail(dataDir, 'anna@example.com')
    await expect.poll(() => reader.mailsTo('anna@example.com'), patience).toHaveLength(1)
    // The mailbox of a demo is for want of a mail server.
    const { status } = await fetch(new URL('/demo/mailbox', address))
    expect(status).toBe(404)
  })

  test('says where the mails of a demo are', async () => {
    const server = launch(dataDir)
    await server.address()
    const said = await server.says('Mails are at')
    await writeMail(dataDir, 'bob@example.com')
    const mailbox = said.replace('Mails are at ', '')
    await expect
      .poll(async () => (await fetch(mailbox)).text(), patience)
      .toContain('bob@example.com')
  })

  test('says everything that is wrong with its settings', async () => {
    const { code, said } = await launch(dataDir, {
      environment: { PORT: 'http', PUBLIC_URL: 'here' },
    }).ended
    expect(code).toBe(1)
    expect(said).toMatch(/^2Park: PORT must be .*\nPUBLIC_URL must be .*$/)
  })

  test('stops while it is still starting, when it is asked to', async () => {
    const server = launch(dataDir)
    await server.says('The data is in')
    server.kill('SIGTERM')
    expect(await server.ended).toMatchObject({ code: 0 })
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false)
  })

  test('begins again when it was killed while it was filled', async () => {
    const folder = makeFolder()
    const first = launch(folder)
    await first.says('The data is in')
    first.kill('SIGKILL')
    await first.ended

    await launch(folder).address()
    const people = await onPostgres(folder, 'select email as text from accounts order by email')
    expect(people.map(({ text }) => text)).toEqual(demoAccounts.map(({ email }) => email))
  })

  test.runIf(isRoot)('has its data in a folder that is closed to all but root', async () => {
    const closed = makeFolder()
    chmodSync(closed, 0o700)
    const server = launch(join(closed, 'inner'))
    expect(await health(await server.address())).toBe(200)
  })
})

type Started = {
  readonly environment?: Readonly<Record<string, string>>
  readonly user?: { readonly uid: number; readonly gid: number } | undefined
}

function launch(dataDir: string, { environment, user }: Started = {}): LaunchedServer {
  const server = launchServer({ environment: { DATA_DIR: dataDir, ...environment }, user })
  launched.push(server)
  return server
}

function makeFolder(): string {
  const folder = mkdtempSync('/tmp/2park-start-')
  folders.push(folder)
  return folder
}

async function health(address: URL): Promise<number> {
  const { status } = await fetch(new URL('/healthz', address))
  return status
}

function postmasterFile(dataDir: string): string[] {
  return readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')
}

function postgresPid(dataDir: string): number {
  return Number(postmasterFile(dataDir)[0])
}

async function leaveNote(dataDir: string): Promise<string> {
  const note = randomUUID()
  await onPostgres(dataDir, 'create table if not exists notes (text text)')
  await onPostgres(dataDir, `insert into notes values ('${note}')`)
  return note
}

async function writeMail(dataDir: string, to: string): Promise<void> {
  const content = { kind: 'passwordReset', address: 'https://2park.example/#t', minutes: 30 }
  await onPostgres(
    dataDir,
    `insert into outbox (id, kind, language, recipient, content, created_at, next_try_at)
     values ('${randomUUID()}', 'passwordReset', 'nl', '${to}', '${JSON.stringify(content)}', now(), now())`,
  )
}

async function readNotes(dataDir: string): Promise<string[]> {
  const rows = await onPostgres(dataDir, 'select text from notes')
  return rows.map((row) => row.text)
}

async function onPostgres(dataDir: string, statement: string): Promise<{ text: string }[]> {
  const host = postmasterFile(dataDir)[4] // The folder of its socket.
  const client = new pg.Client({ host, port: 5432, user: 'postgres', database: '2park' })
  await client.connect()
  try {
    return (await client.query<{ text: string }>(statement)).rows
  } finally {
    await client.end()
  }
}

/** What has ended has no program any more, even where nobody has noticed its end yet. */
function isRunning(pid: number): boolean {
  return existsSync(`/proc/${pid}/exe`)
}
