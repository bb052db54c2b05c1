/**
 * Speaks the 2Park protocol over HTTP, with a cookie jar as its clients have one. Each of the clients
 * in this folder is written from the description of what one of the known ones sends and expects.
 */
import type { FastifyInstance } from 'fastify'

export type Parameter = {
  readonly prr_label: string
  readonly prr_value: string
  readonly prr_default_value?: string
  readonly prr_prompt?: string
  readonly prr_options?: string
}

export type Action = {
  readonly atn_id: string
  readonly atn_state: string
  readonly atn_chained: string
  readonly atn_parameters: readonly Parameter[]
}

export type Member = {
  readonly mbr_id: string
  readonly mbr_identifier: string
  readonly mbr_type: string
  readonly mbr_active: string
  readonly mbr_parameters: readonly Parameter[]
  readonly mbr_actions: readonly Action[]
}

export type Product = {
  readonly pdt_id: string
  readonly pdt_name: string
  readonly pdt_valid_from: string
  readonly pdt_valid_to: string
  readonly pdt_is_blocked: string
  readonly pdt_options: string
  readonly pdt_member_pool_max_registered: string
  readonly pdt_member_pool_max_active: string
  readonly pdt_members: readonly Member[]
  readonly pdt_parameter_groups: readonly {
    readonly pgp_label: string
    readonly pgp_parameters: readonly Parameter[]
  }[]
  readonly by_grant?: {
    readonly grantor: string
    readonly member_ident: string
    readonly grt_parameters: readonly Parameter[]
  }
}

export type Grant = {
  readonly grt_identifier: string
  readonly grt_ident_type: string
  readonly grt_parameters: readonly Parameter[]
  readonly grt_grantees: readonly { readonly grantee: string; readonly accepted: string }[]
}

/** Whatever an answer can hold; a test that looks for what is not there fails there. */
export type Data = {
  readonly userinfo: { readonly email: string }
  readonly categories: readonly {
    readonly cty_id: string
    readonly cty_name: string
    readonly cty_products: readonly Product[]
  }[]
  readonly pdt_id: string
  readonly pdt_action_history_count: string
  readonly pdt_members: readonly Member[]
  readonly pdt_grants: readonly Grant[]
  readonly pdt_identifications: readonly {
    readonly idn_identifier: string
    readonly idn_members: readonly Member[]
  }[]
  readonly balance: { readonly ble_parameters: readonly Parameter[] }
  readonly available_actions: string
  readonly locations: readonly { readonly ltn_parameters: readonly Parameter[] }[]
  readonly alternates: readonly {
    readonly action: { readonly atn_parameters: readonly Parameter[] }
  }[]
  readonly atn_id: string
  readonly atn_parameters: readonly Parameter[]
  readonly startindex: string
  readonly stopindex: string
  readonly maxindex: string
  readonly headers: readonly { readonly hdr_label: string }[]
  readonly actions: readonly Action[]
  readonly mutations: readonly { readonly mtn_parameters: readonly Parameter[] }[]
  readonly upgrade_units: readonly { readonly uut_parameters: readonly Parameter[] }[]
  readonly forwarding_url: string
  readonly forwarding_method: string
  readonly parameters: readonly Parameter[]
  readonly agk_product: string
  readonly agk_category: string
  readonly agk_granter_name: string
  readonly agk_email_exists: string
  readonly apk_product: string
  readonly apk_category: string
  readonly apk_email_exists: string
}

export type Answer = {
  readonly http: number
  readonly contentType: string
  readonly major: string
  readonly minor: string
  readonly message: string
  readonly data: Data
  readonly hasData: boolean
}

export type Fields = Readonly<Record<string, string>>

export type Speaker = {
  /** A call with its fields in a form; without any, with no body at all. */
  readonly ask: (name: string, fields?: Fields) => Promise<Answer>
  /** The same with a body as it stands, and what else a client says of itself. */
  readonly askRaw: (name: string, body: string | undefined, headers?: Fields) => Promise<Answer>
  readonly address: string
  /** What it shows with every call. */
  readonly cookie: () => string
  readonly forget: () => void
}

const addresses = new WeakMap<FastifyInstance, Promise<string>>()

export async function openSpeaker(app: FastifyInstance): Promise<Speaker> {
  const listening = addresses.get(app) ?? app.listen({ host: '127.0.0.1', port: 0 })
  addresses.set(app, listening)
  const address = await listening
  let cookie = ''
  const askRaw: Speaker['askRaw'] = async (name, body, headers = {}) => {
    const response = await fetch(`${address}/gsmpark-app-www/json/${name}.json`, {
      method: 'POST',
      headers: { ...(cookie !== '' && { cookie }), ...headers },
      ...(body !== undefined && { body }),
    })
    cookie = response.headers.getSetCookie().at(-1)?.split(';')[0] ?? cookie
    return answerOf(response)
  }
  return {
    ask: (name, fields) =>
      fields === undefined
        ? askRaw(name, undefined)
        : askRaw(name, new URLSearchParams(fields).toString(), {
            'content-type': 'application/x-www-form-urlencoded',
          }),
    askRaw,
    address,
    cookie: () => cookie,
    forget: () => {
      cookie = ''
    },
  }
}

type Credentials = { readonly email: string; readonly password: string }

/** Signed in already. */
export async function speaking(
  app: FastifyInstance,
  { email, password }: Credentials,
): Promise<Speaker> {
  const speaker = await openSpeaker(app)
  await speaker.ask('check_credentials', { email, password, locale: 'nl_NL' })
  return speaker
}

async function answerOf(response: Response): Promise<Answer> {
  // What it looks like is what the tests are about.
  const body = (await response.json()) as {
    status: { code: { major: string; minor: string }; message: string }
    data?: Data
  }
  return {
    http: response.status,
    contentType: response.headers.get('content-type') ?? '',
    major: body.status.code.major,
    minor: body.status.code.minor,
    message: body.status.message,
    data: body.data ?? ({} as Data),
    hasData: body.data !== undefined,
  }
}

export function valueOf(parameters: readonly Parameter[], label: string): string | undefined {
  return parameters.find(({ prr_label }) => prr_label === label)?.prr_value
}

/** "22-11-2026 14:38:00", by the clock of Amsterdam. */
export function wireTime(at: Temporal.Instant): string {
  const { day, month, year, hour, minute, second } = at.toZonedDateTimeISO('Europe/Amsterdam')
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(day)}-${two(month)}-${year} ${two(hour)}:${two(minute)}:${two(second)}`
}

export type Wish = {
  readonly plate: string
  readonly start: string
  readonly end: string
  readonly location: string
}

/** What the field `data` of start_action holds. */
export function startData({ plate, start, end, location }: Wish): string {
  const atn_parameters = [
    { prr_label: 'MBR_IDENT', prr_value: plate },
    { prr_label: 'TIMESTART', prr_value: start },
    { prr_label: 'TIMEEND', prr_value: end },
    { prr_label: 'LOCATION', prr_value: location },
  ]
  return JSON.stringify({ action: { atn_parameters } })
}

export function favouriteData(action: 'add' | 'remove', plate: string, name: string): string {
  const fav_parameters = [{ prr_label: 'NICKNAME', prr_value: name }]
  return JSON.stringify({ favorite: { fav_parameters, action, mbr_ident: plate } })
}
