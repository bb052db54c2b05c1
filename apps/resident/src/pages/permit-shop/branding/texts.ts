import type { ChosenColour } from '@2park/domain/branding'
import { m } from '#paraglide/messages.js'
import type { Corner } from './branding-form.ts'

/** The colours in the order in which one looks at them: the bar above, then what is pressed. */
export function colourTexts(): readonly { readonly token: ChosenColour; readonly label: string }[] {
  return [
    { token: 'basis-color-accent-1-bg-default', label: m.branding_bar() },
    { token: 'basis-color-accent-1-color-default', label: m.branding_bar_text() },
    { token: 'basis-color-action-1-bg-default', label: m.branding_buttons() },
    { token: 'basis-color-action-1-inverse-color', label: m.branding_button_text() },
    { token: 'basis-color-action-1-color-default', label: m.branding_links() },
  ]
}

export function cornerTexts(): readonly { readonly value: Corner; readonly label: string }[] {
  return [
    { value: '0px', label: m.branding_corners_square() },
    { value: '6px', label: m.branding_corners_slight() },
    { value: '12px', label: m.branding_corners_round() },
    { value: '20px', label: m.branding_corners_rounder() },
  ]
}
