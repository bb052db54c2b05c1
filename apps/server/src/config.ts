/**
 * Every setting of the server, read once at the start. Whatever is wrong with them is said together,
 * and stops it there.
 */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { CannotStart } from '#cannot-start.ts'
import { secretsKeyBytes } from '#secrets.ts'

export type Config = {
  /** A demo has its towns and people from the seed; production begins empty and stays real. */
  readonly mode: 'demo' | 'production'
  readonly host: string
  /** 0 asks the system for one that is free. */
  readonly port: number
  /** How browsers reach us. Absent: on this machine, at our port. */
  readonly publicUrl: URL | undefined
  /** Absent: our own PostgreSQL, in `dataDir`. */
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  /** The proxies in front of us, whose word about a caller's address is taken. */
  readonly trustedProxies: string | undefined
  /** What secrets are sealed with. Absent: a key of our own, in `dataDir`. */
  readonly secretsKey: Buffer | undefined
  /** The mail server, and our own address. Absent, in a demo only: mails go to its mailbox page. */
  readonly smtp: { readonly url: URL; readonly from: string } | undefined
  readonly payments: PaymentSettings
  /** Whom pushes are given to beside the push services of browser makers, as origins. */
  readonly pushServices: readonly string[]
}

/** Who takes the money of top-ups. The sandbox takes none, so production never has it. */
export type PaymentSettings =
  | { readonly provider: 'sandbox' }
  | {
      readonly provider: 'mollie'
      readonly apiKey: string
      readonly url: URL | undefined
      readonly method: 'ideal' | undefined
    }

const besideTheCode = fileURLToPath(new URL('../../../.data', import.meta.url))

const Settings = z.object({
  NODE_ENV: z.string().default('development'),
  // This machine only: the demo's passwords are known to all. 0.0.0.0 lets a phone in.
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DATA_DIR: z.string().default(besideTheCode),
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[\da-fA-F.:/, ]+$/)
    .optional(),
  SECRETS_KEY: z
    .base64()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((key) => key.length === secretsKeyBytes)
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  PUSH_SERVICES: z
    .string()
    .transform((text) => text.split(',').map((origin) => origin.trim()))
    .refine((origins) => origins.every((origin) => URL.parse(origin)?.origin === origin))
    .default([]),
  MOLLIE_API_KEY: z
    .string()
    .regex(/^(test|live)_\w{10,}$/)
    .optional(),
  MOLLIE_URL: z.url({ protocol: /^https?$/ }).optional(),
  MOLLIE_METHOD: z.enum(['ideal', 'choose']).default('ideal'),
})

const meanings: Readonly<Record<keyof typeof Settings.shape, string>> = {
  NODE_ENV: '"production" for the real thing',
  HOST: 'the address to listen on, such as 0.0.0.0',
  PORT: 'a number from 0 to 65535',
  PUBLIC_URL: 'how browsers reach us, such as https://parking.example.nl',
  DATABASE_URL: 'a PostgreSQL, such as postgres://user:password@host/database',
  DATA_DIR: 'a folder',
  TRUSTED_PROXIES: 'addresses or ranges with commas between, such as 10.0.0.0/8',
  SECRETS_KEY: '32 random bytes in base64, as `openssl rand -base64 32` makes them',
  SMTP_URL: 'a mail server, such as smtps://user:password@mail.example.nl',
  MAIL_FROM: 'the address that mails come from, such as parkeren@example.nl',
  PUSH_SERVICES: 'origins with commas between, such as https://push.example.nl',
  MOLLIE_API_KEY: 'the key of a Mollie profile, live_… or test_…',
  MOLLIE_URL: "a stand-in's address, such as http://127.0.0.1:9999",
  MOLLIE_METHOD: '"ideal", or "choose" for Mollie\'s own screen of methods',
}

export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // In a shell or a compose file, empty is how one says absent.
  const given = Object.entries(environment).filter(([, value]) => value !== '')
  const settings = Object.fromEntries(given)
  const { data, error } = Settings.safeParse(settings)
  const wrong = error ? Object.keys(z.flattenError(error).fieldErrors) : []
  const lines = [
    ...wrong.map((name) => `${name} must be ${meanings[name as keyof typeof meanings]}.`),
    ...missing(settings).map(({ name, why }) => `${name} is needed ${why}: ${meanings[name]}.`),
  ]
  if (settings['NODE_ENV'] !== 'production' && data?.MOLLIE_API_KEY?.startsWith('live_'))
    lines.push('MOLLIE_API_KEY must be a test_… key in a demo, which takes no money.')
  if (!data || lines.length > 0) throw new CannotStart(lines.join('\n'))
  return {
    mode: data.NODE_ENV === 'production' ? 'production' : 'demo',
    host: data.HOST,
    port: data.PORT,
    publicUrl: data.PUBLIC_URL === undefined ? undefined : new URL(data.PUBLIC_URL),
    databaseUrl: data.DATABASE_URL,
    dataDir: resolve(data.DATA_DIR),
    trustedProxies: data.TRUSTED_PROXIES,
    secretsKey: data.SECRETS_KEY,
    smtp: toSmtp(data),
    payments: paymentsOf(data),
    pushServices: data.PUSH_SERVICES,
  }
}

function paymentsOf(data: z.output<typeof Settings>): PaymentSettings {
  const { MOLLIE_API_KEY: apiKey, MOLLIE_URL: url, MOLLIE_METHOD: method } = data
  if (apiKey === undefined) return { provider: 'sandbox' }
  return {
    provider: 'mollie',
    apiKey,
    url: url === undefined ? undefined : new URL(url),
    method: method === 'ideal' ? 'ideal' : undefined,
  }
}

type Missing = { readonly name: keyof typeof meanings; readonly why: string }

/** What one setting asks of another. */
function missing(given: Readonly<Record<string, unknown>>): Missing[] {
  const isProduction = given['NODE_ENV'] === 'production'
  const needs: readonly (Missing & { readonly isNeeded: boolean })[] = [
    { name: 'SMTP_URL', why: 'in production', isNeeded: isProduction },
    { name: 'MOLLIE_API_KEY', why: 'in production', isNeeded: isProduction },
    { name: 'MAIL_FROM', why: 'with SMTP_URL', isNeeded: 'SMTP_URL' in given },
    {
      // Several processes may run on one database, and must read each other's secrets.
      name: 'SECRETS_KEY',
      why: 'in production with DATABASE_URL',
      isNeeded: isProduction && 'DATABASE_URL' in given,
    },
  ]
  return needs.filter(({ name, isNeeded }) => isNeeded && !(name in given))
}

function toSmtp({ SMTP_URL, MAIL_FROM }: z.output<typeof Settings>): Config['smtp'] {
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return undefined
  return { url: new URL(SMTP_URL), from: MAIL_FROM }
}
