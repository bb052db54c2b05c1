/** Something about the machine or the settings keeps the server from starting; one sentence says what. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}
