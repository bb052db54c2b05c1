/** What every answer says beside its body, so that a browser keeps to what we mean (standards §4.1). */
import { apiVersion } from '@2park/contract/version'

const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Browsers heed it over HTTPS only.
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
}

export const apiHeaders = {
  ...always,
  'api-version': apiVersion,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

/** Of a page that the server writes itself. */
export function pageHeaders(policy: string) {
  return { ...always, 'cache-control': 'no-store', 'content-security-policy': policy }
}

/** Of what one of our pages shows in a frame, and trusts with nothing. */
export const framedHeaders = {
  ...pageHeaders(
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-top-navigation-by-user-activation; frame-ancestors 'self'",
  ),
  'x-frame-options': 'SAMEORIGIN',
}

export const webAppHeaders = {
  ...always,
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; '),
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}
