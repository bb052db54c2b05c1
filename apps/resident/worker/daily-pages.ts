/** The pages of who is signed in, by their paths. The server has pages of its own beside the app's. */
const daily =
  /^\/(products(\/[\w-]+\/[a-z-]+)?|parking-sessions|settings|security|access-tokens|about)?$/

export function isDaily(path: string): boolean {
  return daily.test(path)
}
