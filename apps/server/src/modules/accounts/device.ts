/**
 * What a user agent says of itself, shortened to what tells one's own devices apart in a list:
 * Firefox on Linux. The rest of that text is nobody's business, and is not kept.
 */
export type Device = { readonly browser: string | undefined; readonly system: string | undefined }

type Signs = readonly (readonly [RegExp, string])[]

/** In this order, because most browsers also name the ones that they descend from. */
const browsers: Signs = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|Chromium|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const systems: Signs = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

export function deviceOf(userAgent: string): Device {
  return { browser: firstOf(browsers, userAgent), system: firstOf(systems, userAgent) }
}

/** A program that is no browser goes by the first word of what it says: pycityvisitorparking. */
export function programOf(userAgent: string): Device {
  const device = deviceOf(userAgent)
  const [name] = /^[\w.-]{1,40}/.exec(userAgent) ?? []
  return { ...device, browser: device.browser ?? name }
}

function firstOf(signs: Signs, userAgent: string): string | undefined {
  return signs.find(([sign]) => sign.test(userAgent))?.[1]
}
