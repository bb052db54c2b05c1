/** Three invented towns, one for each unit of balance, on Groningen's real rules. */
import { readFileSync } from 'node:fs'
import { amount } from '@2park/domain/amount'
import { importRegister } from '@2park/domain/register-import'
import type { Database } from '#database/database.ts'
import {
  foundOrganisation,
  listAreas,
  loadRegister,
  saveLogo,
  saveMailLogo,
  type NewOrganisation,
} from '#modules/organisations/index.ts'
import { offerProductType, type NewProductType } from '#modules/products/index.ts'
import registerRows from './register-rows.json' with { type: 'json' }

/** Groningen's number in the register. */
const manager = '14'

type Plan = {
  readonly organisation: Omit<NewOrganisation, 'timeZone'>
  readonly areas: readonly {
    readonly code: string
    readonly name: string
    readonly regulation: string
  }[]
  readonly productType: Omit<NewProductType, 'organisationId' | 'balancePeriod'> &
    Required<Pick<NewProductType, 'balancePeriod'>>
}

const hour = 3600

/**
 * Paid every day until midnight; in the other quarter of the town one may stay 2.5 hours. Its codes
 * are written as clients of the 2Park protocol know them, of which one takes no other letters.
 */
const waterdam: Plan = {
  organisation: {
    slug: 'waterdam',
    name: 'Waterdam',
    helpdesk: { name: 'Parkeerloket Waterdam', phone: '14 099' },
    accessibility: {
      statement: 'https://waterdam.example/toegankelijkheid',
      email: 'toegankelijkheid@waterdam.example',
    },
    permitShopName: 'E-Loket',
    twoParkCode: 'BDA',
  },
  areas: [
    { code: '1317', name: 'Centrum', regulation: 'REG34' },
    { code: '1318', name: 'Singelkwartier', regulation: 'REG20' },
  ],
  productType: {
    code: 'BZRG',
    name: 'Bezoekersregeling',
    unit: 'money',
    ownFareCode: 'TAR09',
    rules: {
      endOfDayDeactivation: false,
      extensionAllowed: true,
      maxConcurrent: 5,
      maxDaysAhead: 31,
    },
    balancePeriod: 'year',
    topUps: {
      options: [
        { priceCents: 10_00, gives: amount(10_00) },
        { priceCents: 25_00, gives: amount(25_00) },
        { priceCents: 50_00, gives: amount(50_00) },
      ],
      cap: { counts: 'price', most: 150_00 },
    },
    delegations: 'plateOptional',
    periodGrant: { amount: amount(75_00), unused: 'carriesOver' },
  },
}

const heuvelrade: Plan = {
  organisation: {
    slug: 'heuvelrade',
    name: 'Heuvelrade',
    tokens: {
      'basis-color-accent-1-bg-default': '#741236',
      'basis-color-accent-1-color-default': '#ffffff',
      'basis-color-action-1-bg-default': '#9c1d4b',
      'basis-color-action-1-inverse-color': '#ffffff',
      'basis-color-action-1-color-default': '#9c1d4b',
      'basis-color-action-1-bg-hover': '#741236',
      'basis-color-action-1-bg-subtle': '#fbecf2',
      'basis-color-action-1-border-subtle': '#e9bccd',
      'strip-paid-bg': '#efcfdc',
      'basis-border-radius-md': '6px',
      'basis-border-radius-lg': '8px',
    },
    helpdesk: { name: 'Klantcontact Heuvelrade', phone: '14 098' },
    accessibility: {
      statement: 'https://heuvelrade.example/toegankelijkheid',
      email: 'toegankelijkheid@heuvelrade.example',
    },
    permitShopName: 'P-Loket',
  },
  areas: [{ code: 'DORP', name: 'Dorpshart', regulation: 'REG38' }],
  productType: {
    code: 'BEZOEK',
    name: 'Bezoekersuren',
    unit: 'time',
    rules: {
      endOfDayDeactivation: true,
      extensionAllowed: true,
      maxDurationSeconds: 8 * hour,
      maxConcurrent: 3,
      maxDaysAhead: 14,
    },
    balancePeriod: 'quarter',
    topUps: {
      options: [
        { priceCents: 5_00, gives: amount(10 * hour) },
        { priceCents: 12_50, gives: amount(30 * hour) },
      ],
      cap: { counts: 'balance', most: 60 * hour },
    },
    periodGrant: { amount: amount(100 * hour), unused: 'carriesOver' },
  },
}

const zilverdijk: Plan = {
  organisation: {
    slug: 'zilverdijk',
    name: 'Zilverdijk',
    tokens: {
      'basis-color-accent-1-bg-default': '#17494d',
      'basis-color-accent-1-color-default': '#ffffff',
      'basis-color-action-1-bg-default': '#0f6a70',
      'basis-color-action-1-inverse-color': '#ffffff',
      'basis-color-action-1-color-default': '#0f6a70',
      'basis-color-action-1-bg-hover': '#0b5055',
      'basis-color-action-1-bg-subtle': '#e4f3f3',
      'basis-color-action-1-border-subtle': '#aed6d8',
      'strip-paid-bg': '#c3e2e3',
      'basis-border-radius-md': '20px',
      'basis-border-radius-lg': '22px',
    },
    helpdesk: { name: 'Gemeente Zilverdijk', phone: '14 097' },
    accessibility: {
      statement: 'https://zilverdijk.example/toegankelijkheid',
      email: 'toegankelijkheid@zilverdijk.example',
    },
    permitShopName: 'E-Loket',
  },
  areas: [{ code: 'HAVEN', name: 'Havenwijk', regulation: 'REG18' }],
  productType: {
    code: 'BEZOEK',
    name: 'Bezoekerskaart',
    unit: 'count',
    rules: {
      endOfDayDeactivation: true,
      extensionAllowed: false,
      maxConcurrent: 2,
      maxDaysAhead: 7,
    },
    balancePeriod: 'year',
    delegations: 'plateRequired',
    periodGrant: { amount: amount(60), unused: 'lapses' },
  },
}

/** In 2027 the register's holidays of 2026 fall on other days, under the same names. */
const holidays2027 = [
  ['20270101', 'FEESTDAG'],
  ['20270326', 'FEESTDAG 2E'],
  ['20270328', 'FEESTDAG'],
  ['20270329', 'FEESTDAG 2E'],
  ['20270506', 'FEESTDAG 2E'],
  ['20270516', 'FEESTDAG'],
  ['20270517', 'FEESTDAG 2E'],
  ['20271225', 'FEESTDAG'],
  ['20271226', 'FEESTDAG 2E'],
].map(([datespecialday, namespecialday]) => ({
  areamanagerid: manager,
  datespecialday,
  namespecialday,
}))

export type Town = {
  readonly organisationId: string
  readonly productTypeId: string
  /** Where its demo people live. */
  readonly areaId: string
}

export async function foundTowns(
  db: Database,
): Promise<Readonly<Record<'waterdam' | 'heuvelrade' | 'zilverdijk', Town>>> {
  return {
    waterdam: await found(db, waterdam),
    heuvelrade: await found(db, heuvelrade),
    zilverdijk: await found(db, zilverdijk),
  }
}

async function found(db: Database, { organisation, areas, productType }: Plan) {
  const timeZone = 'Europe/Amsterdam'
  const organisationId = await foundOrganisation(db, { ...organisation, timeZone })
  const register = importRegister(
    {
      ...registerRows,
      specialedag: [...registerRows.specialedag, ...holidays2027],
      gebied: areas.map(({ code, name }) => ({
        areamanagerid: manager,
        areaid: code,
        areadesc: name,
        startdatearea: '20250101',
      })),
      // The same hours for visitors as for who pays in the street; a visitor's fare is of their product.
      gebiedregeling: areas.flatMap(({ code, regulation }) =>
        ['BEZOEKP', 'BETAALDP'].map((usageid) => ({
          areamanagerid: manager,
          areaid: code,
          usageid,
          regulationid: regulation,
          startdatearearegulation: '20250101000000',
        })),
      ),
    },
    manager,
  )
  await loadRegister(db, organisationId, register)
  const drawing = new URL(`logos/${organisation.slug}.svg`, import.meta.url)
  await saveLogo(db, organisationId, { form: 'svg', content: readFileSync(drawing) })
  const forMails = new URL(`logos/${organisation.slug}.png`, import.meta.url)
  await saveMailLogo(db, organisationId, readFileSync(forMails))
  const productTypeId = await offerProductType(db, { ...productType, organisationId })
  const [area] = await listAreas(db, organisationId)
  if (!area) throw new Error(`${organisation.name} has no area.`)
  return { organisationId, productTypeId, areaId: area.id }
}
