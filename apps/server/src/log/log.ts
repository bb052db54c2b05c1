/**
 * What the server writes down about its work: a line of JSON per call, with the route's pattern in
 * place of the URL. No plate, address, token or body is ever in it.
 */
import type { FastifyInstance, FastifyServerOptions } from 'fastify'

const logOptions = {
  base: null,
  timestamp: () => `,"at":"${Temporal.Now.instant().toString()}"`,
  serializers: {
    // The message of a database error can quote values; its constraint and code say enough.
    err: (error: Error & { code?: string; constraint?: string }) => ({
      type: error.name,
      code: error.code,
      constraint: error.constraint,
      message: 'constraint' in error ? '' : error.message,
      stack: (error.stack ?? '').split('\n').slice(1).join('\n'),
    }),
  },
} satisfies FastifyServerOptions['logger']

/** Takes the lines in the place of standard output. */
export type LogSink = { readonly write: (line: string) => void }

export function loggerTo(log: boolean | LogSink) {
  const stream = log === true ? standardOutput() : log
  return stream && { ...logOptions, stream }
}

/** At most this long a line waits. */
const waitMs = 100

/**
 * Standard output, to which the lines of a tenth of a second go together: each write wakes who reads
 * it. What waits when the process ends is written then; only a kill loses it.
 */
function standardOutput(): LogSink {
  let lines: string[] = []
  const writeOut = () => {
    process.stdout.write(lines.join(''))
    lines = []
  }
  process.once('exit', writeOut)
  return {
    write: (line) => {
      if (lines.push(line) === 1) setTimeout(writeOut, waitMs)
    },
  }
}

export function logCalls(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'call',
    )
    done()
  })
}
