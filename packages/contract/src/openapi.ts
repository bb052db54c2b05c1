/**
 * The OpenAPI document of the whole API, worked out from the endpoints themselves: what the server
 * checks and what the document promises can't differ.
 */
import { api } from './api.ts'
import type { Endpoint } from './endpoint.ts'
import { componentSchemas, parametersOf, schemaOf, type JsonSchema } from './openapi-schemas.ts'
import { problemTexts } from './problem-texts.ts'
import { scopeFor } from './token-scopes.ts'
import { problemCodes, problemType, statusOf, type ProblemCode } from './problems.ts'
import { apiVersion } from './version.ts'

const signedOut = ['notSignedIn', 'signedOutIdle', 'signInExpired', 'signInStolen'] as const
const writing: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** In Dutch, as the API Design Rules ask of documentation for Dutch readers. */
const description = `
Bezoekers aanmelden op een gemeentelijk parkeerproduct: wat het kost en waarom, starten, plannen, verlengen, stoppen.

**Woorden.** De namen volgen het Engelse begrippenkader van APDS (ISO/TS 5206-1).
**Tijd.** Tijdstippen mogen elke tijdzone hebben (RFC 3339); antwoorden zijn in UTC. De klok van de server bepaalt wat "nu" is.
**Bedragen.** Gehele getallen van de kleinste eenheid: eurocenten, seconden of parkeeracties.
**Weigeringen.** Elke weigering is \`application/problem+json\` (RFC 9457) met een vaste \`type\` en \`code\`, en met tekst in de taal van
\`Accept-Language\` (nl of en). Een 409 is een regel die nee zegt: met alle redenen, en met alternatieven die zo aanvaard worden.
**Herhalen.** Wie een schrijvende aanroep een \`Idempotency-Key\` geeft, krijgt bij herhaling binnen 24 uur hetzelfde antwoord, en
de handeling gebeurt één keer. Inloggen en uitloggen bewaren geen antwoord.
`.trim()

export function openApiDocument(): JsonSchema {
  return {
    openapi: '3.1.0',
    info: {
      title: '2Park',
      version: apiVersion,
      description,
      contact: {
        name: '2Park',
        email: 'ontwikkelaars@2park.example',
        url: 'https://2park.example/ontwikkelaars',
      },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/api/v1' }],
    tags: tags(),
    paths: paths(),
    components: {
      schemas: componentSchemas(),
      examples: problemExamples(),
      headers,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-session',
          description:
            'Gezet door inloggen; weg na uitloggen, na een half uur stilte en na twaalf uur. Onthouden: na dertig dagen.',
        },
        accessToken: {
          type: 'http',
          scheme: 'bearer',
          description:
            'Een persoonlijk toegangstoken, gemaakt bij de instellingen. Met `read` leest het, met `park` parkeert het ook. Een token voor één product vraagt alleen naar dat product.',
        },
        permitShop: {
          type: 'http',
          scheme: 'bearer',
          description:
            'Het token van een loket, voor één gemeente; de gemeente maakt het met `npm run permit-shop`.',
        },
      },
    },
  }
}

function tags(): JsonSchema[] {
  const names = new Set(Object.values(api).map(({ tag }) => tag))
  return [...names].map((name) => ({ name }))
}

function paths(): JsonSchema {
  const document: Record<string, Record<string, JsonSchema>> = {}
  for (const [name, endpoint] of Object.entries<Endpoint>(api)) {
    const [method = '', path = ''] = name.split(' ')
    const operations = (document[path] ??= {})
    operations[method.toLowerCase()] = operation(method, path, endpoint)
  }
  return document
}

function operation(method: string, path: string, endpoint: Endpoint): JsonSchema {
  const name = `${method} ${path}`
  const isWriting = writing.has(method)
  const parameters = [
    ...parametersOf('path', endpoint.params),
    ...parametersOf('query', endpoint.query),
    acceptLanguage,
    ...(endpoint.open || endpoint.stream ? [] : [idleSeconds]),
    ...(isWriting && !endpoint.open ? [idempotencyKey] : []),
    ...(isWriting && endpoint.versioned ? [ifMatch] : []),
  ]
  return {
    operationId: operationId(method, path),
    summary: endpoint.summary,
    tags: [endpoint.tag],
    security: securityOf(name, endpoint),
    parameters,
    ...(endpoint.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
      },
    }),
    responses: {
      [endpoint.status]: success(name, endpoint),
      ...problemResponses(problemsOf(name, endpoint)),
    },
  }
}

/** A personal access token stands beside the session, with what it must be good for. */
function securityOf(name: string, { open, by }: Endpoint): JsonSchema[] {
  if (open) return []
  const scope = scopeFor(name)
  return [{ [by ?? 'session']: [] }, ...(scope ? [{ accessToken: [scope] }] : [])]
}

/** `POST /parking-sessions/{parkingSessionId}/_stop` is postParkingSessionsByIdStop. */
function operationId(method: string, path: string): string {
  const words = path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => (segment.startsWith('{') ? 'by-id' : segment.replace('_', '')))
    .join('-')
  return (
    method.toLowerCase() + `-${words}`.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase())
  )
}

function success(
  name: string,
  { response, file, stream, status, versioned }: Endpoint,
): JsonSchema {
  return {
    description: status === 204 ? 'Gedaan.' : 'Gelukt.',
    headers: {
      'API-Version': { $ref: '#/components/headers/ApiVersion' },
      ...(scopeFor(name) && rateLimit),
      ...(versioned && { ETag: { $ref: '#/components/headers/ETag' } }),
    },
    ...(response && { content: { 'application/json': { schema: schemaOf(response, 'output') } } }),
    ...(file && { content: { [file]: { schema: { type: 'string' } } } }),
    ...(stream && { content: { 'text/event-stream': { schema: schemaOf(stream, 'output') } } }),
  }
}

const byToken: readonly ProblemCode[] = ['tokenNotAccepted', 'tokenScope', 'tooManyRequests']

/** What the endpoint itself refuses, and what any endpoint of its kind does. */
function problemsOf(name: string, { problems, open, by, params }: Endpoint): ProblemCode[] {
  const isWriting = !name.startsWith('GET')
  const scope = scopeFor(name)
  return [
    'invalid',
    ...(open ? [] : by ? (['tokenNotAccepted'] as const) : signedOut),
    ...(isWriting ? (['originNotAllowed', 'bodyTooLarge', 'mediaTypeNotSupported'] as const) : []),
    ...(isWriting && !open ? (['idempotencyKeyReused'] as const) : []),
    ...(params ? (['notFound'] as const) : []),
    ...(scope ? byToken.filter((code) => !problems.includes(code)) : []),
    ...(scope === 'park' ? (['tokenDayLimit'] as const) : []),
    ...problems,
    'fault',
  ]
}

function problemResponses(codes: readonly ProblemCode[]): JsonSchema {
  const byStatus = Map.groupBy(codes, (code) => statusOf[code])
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [status, problemResponse(status, those)]),
  )
}

function problemExamples(): JsonSchema {
  const examples = problemCodes.map((code) => [
    code,
    { value: { type: problemType(code), status: statusOf[code], code, ...problemTexts[code].nl } },
  ])
  return Object.fromEntries(examples)
}

const headers = {
  ApiVersion: {
    description: 'De volledige versie van de API.',
    schema: { type: 'string', examples: [apiVersion] },
  },
  RetryAfter: {
    description: 'Na hoeveel seconden opnieuw proberen zin heeft.',
    schema: { type: 'integer', minimum: 0 },
  },
  RateLimitPolicy: {
    description: 'Hoe vaak het mag: `q` keer in `w` seconden.',
    schema: { type: 'string', examples: ['"default";q=900;w=900'] },
  },
  RateLimit: {
    description: 'Hoe vaak het nog mag: `r` keer, en over `t` seconden weer helemaal.',
    schema: { type: 'string', examples: ['"default";r=899;t=840'] },
  },
  ETag: {
    description: 'De versie van dit antwoord, om bij een wijziging als `If-Match` te sturen.',
    schema: { type: 'string', examples: ['"3"'] },
  },
  Allow: { description: 'De methoden die hier wel kunnen.', schema: { type: 'string' } },
}

/** With every answer to a program, and where a limit was reached. */
const rateLimit = {
  'RateLimit-Policy': { $ref: '#/components/headers/RateLimitPolicy' },
  RateLimit: { $ref: '#/components/headers/RateLimit' },
}

function problemResponse(status: number, codes: readonly ProblemCode[]): JsonSchema {
  const examples = codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])
  return {
    description: codes.map((code) => `\`${code}\`: ${problemTexts[code].nl.title}`).join('\n\n'),
    headers: {
      'API-Version': { $ref: '#/components/headers/ApiVersion' },
      ...(status === 429 && {
        'Retry-After': { $ref: '#/components/headers/RetryAfter' },
        ...rateLimit,
      }),
    },
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(examples),
      },
    },
  }
}

const acceptLanguage = {
  name: 'Accept-Language',
  in: 'header',
  description: 'De taal van teksten in weigeringen: nl (standaard) of en.',
  schema: { type: 'string', examples: ['en'] },
}

const idleSeconds = {
  name: 'Idle-Seconds',
  in: 'header',
  description:
    'Hoeveel seconden geleden de gebruiker voor het laatst iets deed. Wie uit zichzelf iets opvraagt, houdt zo niemand ingelogd.',
  schema: { type: 'integer', minimum: 0, maximum: 999_999 },
  example: 90,
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'Een eigen naam voor deze aanroep, liefst een UUID: herhalen heeft dan geen tweede gevolg.',
  schema: { type: 'string', minLength: 1, maxLength: 66 },
  example: '"8e03978e-40d5-43e8-bc93-6894a57f9324"',
}

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'De `ETag` van wat gelezen is: wie intussen voor was, wordt niet overschreven.',
  schema: { type: 'string', pattern: '^"\\d+"$' },
  example: '"3"',
}
