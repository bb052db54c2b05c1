/** The languages that people are spoken to in, and what a text consists of (B5). */
export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]

/** What it is, and what to do next. */
export type Text = { readonly title: string; readonly detail: string }

export type Texts = Readonly<Record<Language, Text>>
