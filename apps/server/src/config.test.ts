import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('Without any setting, it is a demo on this machine only, with its own PostgreSQL', () => {
  expect(readConfig({ PORT: '' })).toEqual({
    mode: 'demo',
    host: '127.0.0.1',
    port: 3000,
    publicUrl: undefined,
    databaseUrl: undefined,
    dataDir: expect.stringMatching(/\/[.]data$/),
    trustedProxies: undefined,
    secretsKey: undefined,
    smtp: undefined,
    payments: { provider: 'sandbox' },
    pushServices: [],
  })
})

test('Every setting is read', () => {
  const config = readConfig({
    NODE_ENV: 'production',
    HOST: '0.0.0.0',
    PORT: '8080',
    PUBLIC_URL: 'https://parking.example.nl',
    DATABASE_URL: 'postgres://2park@db/2park',
    DATA_DIR: '/var/lib/2park',
    TRUSTED_PROXIES: '10.0.0.0/8',
    SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
    SMTP_URL: 'smtps://2park:secret@mail.example.nl',
    MAIL_FROM: 'parkeren@example.nl',
    MOLLIE_API_KEY: 'live_0123456789',
    MOLLIE_URL: 'http://127.0.0.1:9999',
    MOLLIE_METHOD: 'choose',
    PUSH_SERVICES: 'https://push.example.nl, http://127.0.0.1:9998',
  })
  expect(config).toEqual({
    mode: 'production',
    host: '0.0.0.0',
    port: 8080,
    publicUrl: new URL('https://parking.example.nl'),
    databaseUrl: 'postgres://2park@db/2park',
    dataDir: '/var/lib/2park',
    trustedProxies: '10.0.0.0/8',
    secretsKey: Buffer.alloc(32, 7),
    smtp: {
      url: new URL('smtps://2park:secret@mail.example.nl'),
      from: 'parkeren@example.nl',
    },
    payments: {
      provider: 'mollie',
      apiKey: 'live_0123456789',
      url: new URL('http://127.0.0.1:9999'),
      method: undefined,
    },
    pushServices: ['https://push.example.nl', 'http://127.0.0.1:9998'],
  })
})

test('Everything that is wrong is said at once', () => {
  const wrong = { PORT: '70000', PUBLIC_URL: 'parking.example.nl', DATABASE_URL: 'mysql://db' }
  expect(() => readConfig(wrong)).toThrow(
    [
      'PORT must be a number from 0 to 65535.',
      'PUBLIC_URL must be how browsers reach us, such as https://parking.example.nl.',
      'DATABASE_URL must be a PostgreSQL, such as postgres://user:password@host/database.',
    ].join('\n'),
  )
})

test('A production on a database elsewhere brings its own key: processes beside each other share it', () => {
  const elsewhere = { NODE_ENV: 'production', DATABASE_URL: 'postgres://2park@db/2park' }
  expect(() => readConfig(elsewhere)).toThrow(
    'SECRETS_KEY is needed in production with DATABASE_URL: 32 random',
  )
  expect(() => readConfig({ ...elsewhere, SECRETS_KEY: 'c2hvcnQ=' })).toThrow(
    'SECRETS_KEY must be 32 random bytes',
  )
})

test('Production has a mail server, and a mail server has an address to send from', () => {
  expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(
    'SMTP_URL is needed in production: a mail server, such as smtps://user:password@mail.example.nl.',
  )
  expect(() => readConfig({ SMTP_URL: 'smtp://localhost' })).toThrow(
    'MAIL_FROM is needed with SMTP_URL: the address that mails come from, such as parkeren@example.nl.',
  )
  expect(() => readConfig({ SMTP_URL: 'https://mail.example.nl', MAIL_FROM: 'Jan' })).toThrow(
    /^SMTP_URL must be a mail server.*\nMAIL_FROM must be the address.*$/,
  )
})

test('A push service is said by its origin alone', () => {
  expect(() => readConfig({ PUSH_SERVICES: 'https://push.example.nl/path' })).toThrow(
    'PUSH_SERVICES must be origins with commas between, such as https://push.example.nl.',
  )
})

test.each([
  [
    { NODE_ENV: 'production' },
    'MOLLIE_API_KEY is needed in production: the key of a Mollie profile',
  ],
  [{ MOLLIE_API_KEY: 'live_0123456789' }, 'MOLLIE_API_KEY must be a test_… key in a demo'],
  [{ MOLLIE_API_KEY: 'secret' }, 'MOLLIE_API_KEY must be the key of a Mollie profile'],
  [{ MOLLIE_URL: 'mollie' }, 'MOLLIE_URL must be a stand-in'],
  [{ MOLLIE_METHOD: 'cash' }, 'MOLLIE_METHOD must be "ideal", or "choose"'],
])('Of payments, %j is wrong: %s', (environment, said) => {
  expect(() => readConfig(environment)).toThrow(said)
})

test('A demo may practise with a test key of Mollie, by iDEAL unless it says otherwise', () => {
  expect(readConfig({ MOLLIE_API_KEY: 'test_0123456789' }).payments).toEqual({
    provider: 'mollie',
    apiKey: 'test_0123456789',
    url: undefined,
    method: 'ideal',
  })
})
