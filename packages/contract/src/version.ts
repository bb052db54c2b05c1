/** Of the API and of all that speaks it: the newest in CHANGELOG.md. */
export const apiVersion = '1.0.0'
