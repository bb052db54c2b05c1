/** What the harness asks of the PostgreSQL server itself, and how it names the databases on it. */
import pg from 'pg'

export async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The same server, another database. A socket's URL has no host, so `URL` can't take it apart. */
export function databaseOn(server: string, name: string): string {
  return server.replace(/^(\w+:\/\/[^/]*)(\/[^?]*)?/, `$1/${name}`)
}
