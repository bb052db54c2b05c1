import { expect, test } from 'vitest'
import { buildFrontDoor } from './front-door.ts'

const here = { host: '127.0.0.1', port: 0 }

test('The door says that nobody is there yet, until somebody is', async () => {
  const door = await buildFrontDoor(here)
  const ask = () => fetch(`http://127.0.0.1:${door.port}/healthz`)
  expect((await ask()).status).toBe(503)
  door.open((_request, response) => response.end('somebody'))
  expect(await (await ask()).text()).toBe('somebody')
  await door.close()
})

test('Closing waits for who is inside, lets nobody else in, and may be asked twice', async () => {
  const door = await buildFrontDoor(here)
  const inside = Promise.withResolvers<() => void>()
  door.open((_request, response) => inside.resolve(() => response.end('served')))
  const answer = fetch(`http://127.0.0.1:${door.port}/`)
  const serve = await inside.promise
  const closed = Promise.all([door.close(), door.close()])
  await expect(fetch(`http://127.0.0.1:${door.port}/`)).rejects.toThrow('fetch failed')
  serve()
  expect(await (await answer).text()).toBe('served')
  await closed
})
