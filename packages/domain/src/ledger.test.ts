import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amount, nothing, sum, units, type Unit } from './amount.ts'
import {
  post,
  reversalOf,
  settle,
  transferBetween,
  type Account,
  type Cause,
  type ProductAccount,
  type OrganisationAccount,
  type Posting,
  type Transfer,
} from './ledger.ts'

const usage: OrganisationAccount = { id: 'usage', kind: 'usage', unit: 'money' }
const sales: OrganisationAccount = { id: 'sales', kind: 'sales', unit: 'money' }
const cause: Cause = { kind: 'session', id: 'session-1', step: 'booked' }

describe('settle', () => {
  test.each`
    paid   | price  | change  | because
    ${0}   | ${250} | ${-250} | ${'E6: booking charges the whole price'}
    ${250} | ${400} | ${-150} | ${'E3: lengthening charges the difference'}
    ${250} | ${100} | ${150}  | ${'E2: stopping gives the difference back'}
    ${250} | ${0}   | ${250}  | ${'E4: deleting gives everything back'}
  `('of $paid to $price changes the balance by $change: $because', (row) => {
    expect(settled(row.paid, row.price)?.entries).toEqual([
      { accountId: row.change < 0 ? 'product' : 'usage', amount: -Math.abs(row.change) },
      { accountId: row.change < 0 ? 'usage' : 'product', amount: Math.abs(row.change) },
    ])
  })

  test('is no transfer when the price stays as it was', () => {
    expect(settled(250, 250)).toBeUndefined()
  })
})

describe('post', () => {
  test('says what it leaves on the product’s account, and counts the entry', () => {
    expect(post(charge(300), [productWith(1000), usage])).toEqual({
      outcome: 'posted',
      entries: [
        {
          accountId: 'product',
          amount: -300,
          running: { balanceAfter: 700, version: 8 },
        },
        { accountId: 'usage', amount: 300 },
      ],
    })
  })

  test('P1: refuses to take more than there is, and says how much is missing', () => {
    const refused = { outcome: 'refused', accountId: 'product', shortfall: 1 }
    expect(post(charge(300), [productWith(299), usage])).toEqual(refused)
    expect(post(charge(300), [productWith(300), usage])).toMatchObject({ outcome: 'posted' })
  })

  test('the same cause twice is one transfer', () => {
    const again = post(charge(300), [productWith(0), usage], charge(300))
    expect(again).toEqual({ outcome: 'alreadyPosted' })
  })

  test.each`
    fault                         | act
    ${'step taken twice: booked'} | ${() => post(charge(300), [productWith(900), usage], charge(301))}
    ${'account not at hand'}      | ${() => post(charge(300), [productWith(900)])}
    ${'entries sum to zero'}      | ${() => post({ ...charge(300), entries: [{ accountId: 'usage', amount: amount(1) }] }, [usage])}
    ${'money on an account'}      | ${() => post(charge(300), [productWith(900, 'time'), usage])}
    ${'money does not become'}    | ${() => transferBetween({ from: usage, to: productWith(0, 'time'), amount: amount(1), cause })}
    ${'between two accounts'}     | ${() => transferBetween({ from: usage, to: usage, amount: amount(1), cause })}
    ${'moves something'}          | ${() => transferBetween({ from: usage, to: sales, amount: nothing, cause })}
  `('a bug of ours is a fault: $fault', ({ fault, act }) => {
    expect(act).toThrow(fault)
  })
})

test('a reversal says what it takes back, and can be made once only', () => {
  const charged = charge(300)
  const reversal = reversalOf(charged)
  expect(reversal.cause).toEqual({
    ...charged.cause,
    step: `reversal of ${charged.cause.step}`,
  })
  expect(reversalOf(charged).cause).toEqual(reversal.cause)
})

describe('P2: whatever is transferred, in euros, time or actions', () => {
  const attempts = fc.array(
    fc.record({
      unit: fc.constantFrom(...units),
      from: fc.nat(3),
      to: fc.nat(3),
      amount: fc.integer({ min: 1, max: 500 }),
    }),
  )

  test('nothing appears, nothing is lost, and no product goes below zero', () => {
    fc.assert(
      fc.property(attempts, (all) => {
        const book = new Book()
        for (const each of all) {
          const [from, to] = [
            book.accounts(each.unit)[each.from],
            book.accounts(each.unit)[each.to],
          ]
          if (!from || !to || from === to) continue
          book.write(transferBetween({ from, to, amount: amount(each.amount), cause }))
        }
        for (const unit of units) {
          const balances = book.accounts(unit).map((account) => book.entriesOf(account))
          expect(sum(balances)).toBe(0)
          for (const account of book.accounts(unit)) {
            if (account.kind !== 'product') continue
            expect(account.balance).toBe(book.entriesOf(account))
            expect(account.balance).toBeGreaterThanOrEqual(0)
          }
        }
      }),
    )
  })

  test('a reversal restores every balance', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (granted, charged) => {
        const book = new Book()
        const [product, , organisation] = book.accounts('money')
        if (!product || !organisation || granted === 0) return
        book.write(
          transferBetween({ from: organisation, to: product, amount: amount(granted), cause }),
        )
        const transfer = transferBetween({
          from: product,
          to: organisation,
          amount: amount(charged),
          cause,
        })
        const posting = book.write(transfer)
        if (posting.outcome === 'posted') book.write(reversalOf(transfer))
        expect(book.accounts('money')[0]).toMatchObject({ balance: granted })
      }),
    )
  })
})

/** Two products and two accounts of the organisation per unit, and everything that was posted. */
class Book {
  readonly #accounts = new Map<string, Account>()
  readonly #transfers: Transfer[] = []

  constructor() {
    for (const unit of units) {
      this.#keep({ id: `one ${unit}`, kind: 'product', unit, balance: nothing, version: 0 })
      this.#keep({ id: `other ${unit}`, kind: 'product', unit, balance: nothing, version: 0 })
      this.#keep({ id: `usage ${unit}`, kind: 'usage', unit })
      this.#keep({ id: `grants ${unit}`, kind: 'grants', unit })
    }
  }

  accounts(unit: Unit): Account[] {
    return [...this.#accounts.values()].filter((account) => account.unit === unit)
  }

  entriesOf(account: Account) {
    const entries = this.#transfers.flatMap((transfer) => transfer.entries)
    return sum(entries.filter((entry) => entry.accountId === account.id).map((each) => each.amount))
  }

  write(transfer: Transfer): Posting {
    const posting = post(transfer, [...this.#accounts.values()])
    if (posting.outcome !== 'posted') return posting
    this.#transfers.push(transfer)
    for (const { accountId, running } of posting.entries) {
      const before = this.#accounts.get(accountId)
      if (!running || before?.kind !== 'product') continue
      this.#keep({ ...before, balance: running.balanceAfter, version: running.version })
    }
    return posting
  }

  #keep(account: Account) {
    this.#accounts.set(account.id, account)
  }
}

function productWith(balance: number, unit: Unit = 'money'): ProductAccount {
  return { id: 'product', kind: 'product', unit, balance: amount(balance), version: 7 }
}

function charge(price: number): Transfer {
  const product = productWith(0)
  return transferBetween({ from: product, to: usage, amount: amount(price), cause })
}

function settled(paid: number, price: number) {
  const product = productWith(0)
  return settle({ product, usage, paid: amount(paid), price: amount(price), cause })
}
