/** `npm run bench`: every measurement, each ending with a line `NAME ratio R (goal G)`. */
import { benchBooking } from './booking.bench.ts'
import { benchFirstLoad } from './first-load.bench.ts'
import { benchHistory } from './history-page.bench.ts'
import { benchLive } from './live.bench.ts'
import { benchPrice } from './price.bench.ts'
import { benchTap } from './tap.bench.ts'

await benchPrice()
await benchBooking()
await benchHistory()
await benchFirstLoad()
await benchTap()
await benchLive()
