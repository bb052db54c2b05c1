/** What stands in a date field and a time field. */
export type MomentFields = { readonly date: string; readonly time: string }
