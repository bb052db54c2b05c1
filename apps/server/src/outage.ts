/** Thrown by an adapter when its party does not answer: a request says so (503), a job tries again. */
export class Outage extends Error {
  override readonly name = 'Outage'
  readonly party: string

  constructor(party: string, options?: ErrorOptions) {
    super(`${party} does not answer`, options)
    this.party = party
  }
}
