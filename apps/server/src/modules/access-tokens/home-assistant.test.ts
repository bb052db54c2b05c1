/** The guide's YAML is read, and every call in it is made: what it promises is so. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { openTown } from '../../../test/open-town.ts'
import { makeToken } from '../../../test/programs.ts'

const guide = readFileSync(
  new URL('../../../../../docs/guides/home-assistant.md', import.meta.url),
  'utf8',
)

const Headers = z.record(z.string(), z.string())
const Sensor = z.object({
  platform: z.literal('rest'),
  resource: z.string(),
  headers: Headers,
  value_template: z.string(),
  json_attributes: z.array(z.string()).default([]),
})
const Command = z.object({
  url: z.string(),
  method: z.literal('post'),
  headers: Headers,
  content_type: z.string().optional(),
  payload: z.string().optional(),
})
const Configuration = z.object({
  sensor: z.tuple([Sensor, Sensor]),
  rest_command: z.object({ parking_start: Command, parking_stop: Command }),
  script: z.record(z.string(), z.unknown()),
})

const town = await openTown()

test('every call of the guide for Home Assistant does what it says', async () => {
  const anna = await town.resident()
  const { productId } = anna
  const { secret } = await makeToken(anna, { scope: 'park', productId, dayLimit: 10_00 })
  const { sensor, rest_command: command } = configurationWith(secret)
  const [balance, sessions] = sensor
  const ask = askAbout(productId)

  const { body: product } = await ask(balance.resource, balance)
  expect(valueAt(product, balance.value_template)).toBe(100_00)
  const end = town.now.add({ hours: 2 }).toString()
  const started = await ask(command.parking_start.url, command.parking_start, {
    plate: 'GBB-01-B',
    end,
  })
  expect(started).toMatchObject({ status: 201, body: { cost: { value: 4_80 } } })

  const { body: running } = await ask(sessions.resource, sessions)
  expect(valueAt(running, sessions.value_template)).toHaveLength(1)
  expect(Object.keys(running)).toEqual(expect.arrayContaining(sessions.json_attributes))
  const [session] = z
    .object({ parkingSessions: z.array(z.object({ id: z.string() })) })
    .parse(running).parkingSessions
  const stopped = await ask(command.parking_stop.url, command.parking_stop, {
    session: session?.id ?? '',
  })
  expect(stopped).toMatchObject({ status: 200, body: { state: 'ended', cost: { value: 0 } } })

  const tooMuch = await ask(command.parking_start.url, command.parking_start, {
    plate: 'GBB-01-B',
    end: town.now.add({ hours: 5 }).toString(),
  })
  expect(tooMuch).toMatchObject({ status: 409, body: { code: 'tokenDayLimit' } })
  expect(tooMuch.body['title']).toBe('This access token may not spend that much any more today.')
})

/** As Home Assistant reads its files, with the token where its secret is named. */
function configurationWith(token: string) {
  const [secrets = '', configuration = ''] = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(
    ([, block = '']) => block,
  )
  const known = Headers.parse(parse(secrets.replace('2park_PUT-YOUR-TOKEN-HERE', token)))
  const customTags = [{ tag: '!secret', resolve: (name: string) => known[name] }]
  return Configuration.parse(parse(configuration, { customTags }))
}

type Asked = Partial<z.output<typeof Command>> & Pick<z.output<typeof Command>, 'headers'>

function askAbout(productId: string) {
  return async (
    address: string,
    { method = 'post', headers, content_type: type, payload, ...rest }: Asked,
    values: Readonly<Record<string, string>> = {},
  ) => {
    const fill = (text: string) =>
      text.replaceAll(/[{][{] (\w+) [}][}]/g, (_, name: string) => values[name] ?? '')
    const isReading = !('url' in rest)
    const response = await town.app.inject({
      method: isReading ? 'GET' : method,
      url: fill(address).replace('https://2park.example', '').replace('PRODUCT', productId),
      headers: { ...headers, ...(type && { 'content-type': type }) },
      ...(payload && { payload: fill(payload) }),
    })
    const body = z.record(z.string(), z.unknown()).parse(response.json())
    return { status: response.statusCode, body }
  }
}

/** `{{ value_json.balance.value / 100 }}`: what stands at that place. */
function valueAt(body: unknown, template: string): unknown {
  const [, path = ''] = /value_json[.]([\w.]+)/.exec(template) ?? []
  let value = body
  for (const name of path.split('.')) value = z.record(z.string(), z.unknown()).parse(value)[name]
  return value
}
