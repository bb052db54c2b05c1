/** Bookings over HTTP, sent by `wrk`: a load that costs the machine as little as it can itself. */
import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findProgram } from './programs.ts'
import type { Resident } from './town.ts'

export type HttpLoad = {
  /** Accepted bookings a second; anything else than 201 is an error. */
  readonly rate: (address: string, run: { readonly seconds: number }) => Promise<number>
}

const httpClients = 16

/** Undefined where there is no `wrk` and none can be had. */
export function prepareHttpLoad(residents: readonly Resident[]): HttpLoad | undefined {
  const wrk = findProgram({ name: 'wrk', debianPackage: 'wrk' })
  if (wrk === undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), '2park-bench-'))
  const script = join(folder, 'book.lua')
  writeFileSync(script, bookInLua(residents))
  return {
    rate: async (address, { seconds }) => {
      const options = ['-t', '1', '-c', String(httpClients), '-d', `${seconds}s`, '-s', script]
      const { stdout } = await promisify(execFile)(wrk, [...options, address])
      if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`bookings failed:\n${stdout}`)
      const [, rate] = /^Requests\/sec:\s+([\d.]+)/m.exec(stdout) ?? []
      if (rate === undefined) throw new Error(`wrk gave no rate:\n${stdout}`)
      return Number(rate)
    },
  }
}

/** Another resident, another plate and another key every time; the end is two hours from now. */
function bookInLua(residents: readonly Resident[]): string {
  const rows = residents.map(({ productId, token }) => `{"${productId}","${token}"}`).join(',\n')
  return `
local residents = {${rows}}
math.randomseed(os.time())
local calls = 0
request = function()
  calls = calls + 1
  local resident = residents[math.random(#residents)]
  local plate = string.format("B%07d", math.random(0, 9999999))
  local headers = {
    ["Content-Type"] = "application/json",
    ["Cookie"] = "__Host-session=" .. resident[2],
    ["Idempotency-Key"] = string.format("%d-%d-%d", os.time(), calls, math.random(0, 999999999)),
  }
  local ends = os.date("!%Y-%m-%dT%H:%M:%SZ", os.time() + 7200)
  local body = string.format('{"plate":{"number":"%s"},"end":"%s"}', plate, ends)
  return wrk.format("POST", "/api/v1/products/" .. resident[1] .. "/parking-sessions", headers, body)
end
`
}
