/**
 * Passkeys (WebAuthn): signing in without a password, by what a device or password manager keeps. The
 * shapes are those of the standard, as JSON: binary values are base64url.
 */
import { _default as withDefault, z } from 'zod/mini'
import { Account } from './accounts.ts'
import { endpoints } from './endpoint.ts'
import { Id, Instant } from './fields.ts'
import { NewRecoveryCodes } from './second-factor.ts'

export const Passkey = z.object({
  id: Id,
  name: z.string(),
  createdAt: Instant,
  lastUsedAt: z.nullable(Instant),
})

/** A name of 1 to 40 characters. */
const PasskeyName = z.string().check(z.trim(), z.minLength(1), z.maxLength(40))

/** How a browser may reach what keeps the passkey. */
const Transports = z.array(
  z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']),
)

const KnownCredential = z.object({
  id: z.string(),
  type: z.literal('public-key'),
  transports: Transports,
})

/** What a browser makes a passkey from. */
const CreationOptions = z.object({
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  challenge: z.string(),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.int() })),
  timeout: z.int(),
  excludeCredentials: z.array(KnownCredential),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.boolean(),
    userVerification: z.literal('required'),
  }),
  attestation: z.literal('none'),
})

/** What a browser uses a passkey by. */
const RequestOptions = z.object({
  rpId: z.string(),
  challenge: z.string(),
  timeout: z.int(),
  allowCredentials: z.array(KnownCredential),
  userVerification: z.literal('required'),
})

const Base64Url = z.string().check(z.regex(/^[\w-]+$/), z.maxLength(16_384))

/** Whatever else browsers send along is not looked at. */
const credential = { id: Base64Url, rawId: Base64Url, type: z.literal('public-key') }

export const NewCredential = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: Base64Url,
    attestationObject: Base64Url,
    transports: z.optional(
      z.array(z.string().check(z.regex(/^[a-z-]{1,20}$/))).check(z.maxLength(10)),
    ),
  }),
})

export const UsedCredential = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    userHandle: Base64Url,
  }),
})

const PasskeyParams = z.object({ passkeyId: Id })

export const passkeyEndpoints = endpoints({
  'GET /account/passkeys': {
    summary: 'The passkeys of who is signed in, the latest first.',
    tag: 'account',
    response: z.object({ passkeys: z.array(Passkey) }),
    status: 200,
    problems: [],
  },
  'POST /account/passkeys/_challenge': {
    summary: 'Begin to add a passkey: what the browser makes it from, for five minutes, once.',
    tag: 'account',
    response: CreationOptions,
    status: 200,
    problems: ['passwordNeeded', 'tooManyPasskeys'],
  },
  'POST /account/passkeys': {
    summary: 'Add a passkey. With the first second factor come recovery codes, shown once.',
    tag: 'account',
    body: z.strictObject({ name: PasskeyName, credential: NewCredential }),
    response: z.extend(NewRecoveryCodes, { passkey: Passkey }),
    status: 201,
    problems: ['passkeyNotAdded', 'tooManyPasskeys'],
  },
  'PATCH /account/passkeys/{passkeyId}': {
    summary: 'Give a passkey another name.',
    tag: 'account',
    params: PasskeyParams,
    body: z.strictObject({ name: PasskeyName }),
    response: Passkey,
    status: 200,
    problems: [],
  },
  'DELETE /account/passkeys/{passkeyId}': {
    summary: 'Remove a passkey.',
    tag: 'account',
    params: PasskeyParams,
    status: 204,
    problems: ['passwordNeeded'],
  },
  'POST /passkey-challenges': {
    summary:
      'Begin to sign in with a passkey: what the browser uses it by, for five minutes, once.',
    tag: 'account',
    open: true,
    body: z.strictObject({
      /** For the second step only: then it must be a passkey of that account. */
      secondStepToken: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
    }),
    response: RequestOptions,
    status: 200,
    problems: ['secondStepOver', 'tooManyRequests'],
  },
  'POST /sign-ins/_passkey': {
    summary: 'Sign in with a passkey; the answer sets the session cookie.',
    tag: 'account',
    open: true,
    body: z.strictObject({
      credential: UsedCredential,
      /** Stay signed in on this device, also after closing the browser (A7). */
      isRemembered: withDefault(z.boolean(), false),
    }),
    response: Account,
    status: 201,
    problems: ['passkeyRefused'],
  },
})
