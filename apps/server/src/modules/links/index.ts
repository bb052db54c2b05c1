export { getLink, issueLink, supersedeLinks, useLink } from './links.commands.ts'
export { linkMailLimit, linkMailsPerAddress } from './mail-limit.ts'
export { deleteLinksTo } from './links.queries.ts'
export type { Purpose } from './links.queries.ts'
