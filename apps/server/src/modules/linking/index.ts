export { limited } from './link-limit.ts'
export { acceptLink, registerByLink } from './linking.commands.ts'
export { offerOf } from './offer.ts'
