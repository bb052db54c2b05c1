/**
 * Reads a request by the schemas of its endpoint: path, query, headers and body together, so that
 * whoever sends something wrong is told everything at once.
 */
import type { Endpoint, Received } from '@2park/contract/endpoint'
import { IdempotencyKey, VersionTag } from '@2park/contract/fields'
import { invalidFieldCodes, type InvalidFieldCode } from '@2park/contract/invalid-field'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod/mini'
import { Refused, type WrongField } from '#refused.ts'

type Part = WrongField['in']
type Issue = z.core.$ZodIssue

const Nothing = z.strictObject({})
const NoBody = z.optional(Nothing)
const Headers = z.object({ 'idempotency-key': z.optional(IdempotencyKey) })
const HeadersOfChange = z.extend(Headers, { 'if-match': VersionTag })

/** What a schema cannot know to be wrong with a body, such as a code that means nothing. */
export type AlsoWrong = (body: unknown, params: unknown) => Promise<readonly WrongField[]>

/** A body that its schema takes is judged further by its handler; one that it refuses, by `alsoWrong`. */
export async function receive<E extends Endpoint>(
  endpoint: E,
  request: FastifyRequest,
  alsoWrong: AlsoWrong,
): Promise<Received<E>> {
  const wrong: WrongField[] = []
  const read = (part: Part, schema: z.core.$ZodType, value: unknown): unknown => {
    const result = z.safeParse(schema, value, { reportInput: true })
    if (!result.success) wrong.push(...result.error.issues.flatMap((issue) => tell(part, issue)))
    else wrong.push(...tellUnkeepable(part, result.data))
    return result.data
  }
  const received = {
    params: read('path', endpoint.params ?? Nothing, request.params),
    query: read('query', endpoint.query ?? Nothing, request.query),
    body: read('body', endpoint.body ?? NoBody, request.body ?? undefined),
  }
  const isChange = endpoint.versioned && endpoint.body
  const headers = read('header', isChange ? HeadersOfChange : Headers, request.headers)
  if (wrong.length > 0) {
    const said = new Set(wrong.map(({ pointer }) => pointer))
    const others = await alsoWrong(request.body, received.params)
    const errors = [...wrong, ...others.filter(({ pointer }) => !said.has(pointer))]
    throw new Refused('invalid', { errors })
  }
  const version = isChange ? (headers as z.output<typeof HeadersOfChange>)['if-match'] : undefined
  // Each part was parsed by the endpoint's own schema, and the compiler can't follow that by name.
  return { ...received, version } as unknown as Received<E>
}

function tell(part: Part, issue: Issue): WrongField[] {
  const paths =
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, key])
      : [issue.path]
  return paths.map((path) => ({ in: part, pointer: toPointer(path), code: codeOf(issue) }))
}

/** No text of PostgreSQL can hold the character zero, and nobody types it. */
function tellUnkeepable(
  part: Part,
  value: unknown,
  path: readonly PropertyKey[] = [],
): WrongField[] {
  if (typeof value === 'string') {
    return value.includes('\0') ? [{ in: part, pointer: toPointer(path), code: 'format' }] : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, held]) => tellUnkeepable(part, held, [...path, key]))
}

function toPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function codeOf(issue: Issue): InvalidFieldCode {
  if (issue.code === 'unrecognized_keys') return 'unknown'
  if (issue.input === undefined) return 'required'
  if (issue.code === 'custom')
    return invalidFieldCodes.find((code) => code === issue.params?.['code']) ?? 'notAllowed'
  return codeOfNumber(issue) ?? codeOfFormat(issue) ?? codeOfKind[issue.code] ?? 'notAllowed'
}

/** A number is not short or long. */
function codeOfNumber(issue: Issue): InvalidFieldCode | undefined {
  if (!('origin' in issue) || !['number', 'int'].includes(issue.origin)) return undefined
  if (issue.code === 'too_small') return 'tooLow'
  return issue.code === 'too_big' ? 'tooHigh' : undefined
}

function codeOfFormat(issue: Issue): InvalidFieldCode | undefined {
  return issue.code === 'invalid_format' && issue.format === 'email' ? 'email' : undefined
}

const codeOfKind: Readonly<Partial<Record<Issue['code'], InvalidFieldCode>>> = {
  invalid_type: 'type',
  invalid_format: 'format',
  too_small: 'tooShort',
  too_big: 'tooLong',
}
