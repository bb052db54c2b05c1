export { getLink, issueLink, useLink } from './links.commands.ts'
export type { Purpose } from './links.queries.ts'
