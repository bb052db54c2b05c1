/**
 * One order, one key: what makes it safe to press [Bevestigen] again after the network failed.
 *
 * As long as nobody answered, the same wish is the same order under the same key, to the second, so
 * that the server can tell a repetition from a second booking. Any answer ends the attempt.
 */
export type Attempt<Order> = { readonly order: Order; readonly key: string }

export type Attempts<Order> = {
  /** The attempt at a wish: a form or a choice, compared by what it says. */
  readonly of: (wish: unknown, order: () => Order) => Attempt<Order>
  readonly answered: () => void
}

export function createAttempts<Order>(
  newKey: () => string = () => crypto.randomUUID(),
): Attempts<Order> {
  let unanswered: { readonly said: string; readonly attempt: Attempt<Order> } | undefined
  return {
    of(wish, order) {
      const said = JSON.stringify(wish)
      if (!unanswered || unanswered.said !== said) {
        unanswered = { said, attempt: { order: order(), key: newKey() } }
      }
      return unanswered.attempt
    },
    answered() {
      unanswered = undefined
    },
  }
}
