/** For what a database gets once, such as its schema, when several processes start on it at once. */
import pg from 'pg'
import { CannotStart } from '#cannot-start.ts'

// Any number that nobody else locks by in this database.
const ours = 20_250_001

export async function oneAtATime<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = await connect(url)
  try {
    await client.query(`select pg_advisory_lock(${ours})`)
    return await work(client)
  } finally {
    // The lock goes with the connection.
    await client.end()
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    return client
  } catch (cause) {
    // A name with several addresses fails with several errors, and a code without a message.
    const { message, code } = cause as { message?: string; code?: string }
    throw new CannotStart(`The database can't be reached: ${message || code}.`, { cause })
  }
}
