import { read } from '@2park/web/read'

/** The product that one chose to start with (C2). */
export const startProductRead = read('GET /start-product', {})
