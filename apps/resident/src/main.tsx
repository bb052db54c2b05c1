import { QueryClientProvider } from '@tanstack/react-query'
import { watchActivity } from '@2park/web/activity'
import { keepFocus } from '@2park/web/keep-focus'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { fetchAhead } from './fetch-ahead.ts'
import { createQueryClient } from './query-client.ts'
import { hearOffer } from './installed/install.ts'
import { followPresses } from './installed/pressed.ts'
import { go, here } from './routing/navigation.ts'
import { hrefOf } from './routing/place.ts'

// Safari has no Temporal yet; whoever has it loads nothing.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')

const client = createQueryClient((why) => {
  const place = here()
  if (place.page !== 'signIn') go({ page: 'signIn', from: hrefOf(place), why }, { replace: true })
})
watchActivity()
keepFocus()
hearOffer()
followPresses()
fetchAhead(client, here())

const root = document.querySelector('#app')
if (root === null) throw new Error('index.html has no #app')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
