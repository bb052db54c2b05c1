/** The sandbox bank's page: one button for each way in which a payment can go. */
import { createHash } from 'node:crypto'
import type { Language } from '@2park/contract/language'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod/mini'
import { smallForm, takeForms } from '#http/forms.ts'
import { webAppHeaders } from '#http/headers.ts'
import { Refused } from '#refused.ts'
import { sandboxPath, type SandboxBank } from './sandbox.ts'
import type { SandboxPayment } from './sandbox.queries.ts'

const Params = z.object({ id: z.string().check(z.maxLength(64)) })

const outcomes = ['paid', 'failed', 'cancelled', 'expired', 'open'] as const
const Press = z.object({ outcome: z.enum(outcomes) })

/** `tell` is called with the payment whose status has changed, as a provider's webhook would. */
export function sandboxBankRoutes(
  app: FastifyInstance,
  bank: SandboxBank,
  tell: (id: string) => Promise<void>,
): void {
  app.register((scope, _, done) => {
    takeForms(scope, { bodyLimit: smallForm })
    scope.get(`${sandboxPath}/:id`, async (request, reply) => {
      const payment = await getPayment(bank, request.params)
      return reply.headers(headers).type('text/html; charset=utf-8').send(pageOf(payment))
    })
    scope.post(`${sandboxPath}/:id`, async (request, reply) => {
      const { id, returnUrl } = await getPayment(bank, request.params)
      const press = Press.safeParse(request.body)
      if (!press.success) throw new Refused('notFound')
      await bank.press(id, press.data.outcome)
      await tell(id)
      return reply.headers(headers).redirect(returnUrl, 303)
    })
    done()
  })
}

async function getPayment(bank: SandboxBank, params: unknown): Promise<SandboxPayment> {
  const { data } = Params.safeParse(params)
  const payment = data && (await bank.look(data.id))
  if (!payment) throw new Refused('notFound')
  return payment
}

const texts = {
  nl: {
    title: 'Oefenbank',
    note: 'Dit is een demo: er wordt geen geld overgemaakt. Kies hoe de betaling afloopt.',
    ended: 'Deze betaling is afgerond.',
    back: 'Terug naar 2Park',
    paid: 'Betaald',
    failed: 'Mislukt',
    cancelled: 'Geannuleerd',
    expired: 'Verlopen',
    open: 'Nog niet betalen',
    amount: 'Bedrag',
    description: 'Omschrijving',
  },
  en: {
    title: 'Practice bank',
    note: 'This is a demo: no money is transferred. Choose how the payment goes.',
    ended: 'This payment has ended.',
    back: 'Back to 2Park',
    paid: 'Paid',
    failed: 'Failed',
    cancelled: 'Cancelled',
    expired: 'Expired',
    open: 'Do not pay yet',
    amount: 'Amount',
    description: 'Description',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>

const style = `
  body { margin: 0; background: #f2f5f8; color: #15212c; font: 1.125rem/1.5 system-ui, sans-serif }
  main { max-width: 26rem; margin: 0 auto; padding: 2rem 1rem }
  h1 { font-size: 1.5rem }
  dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem }
  dd { margin: 0; font-weight: 650; overflow-wrap: anywhere }
  form { display: grid; gap: .75rem; margin-top: 1.5rem }
  button, a { min-height: 3rem; box-sizing: border-box; padding: .5rem 1rem; border: 2px solid #0b5cad;
    border-radius: 12px; background: #fff; color: #0b5cad; font: inherit; font-weight: 650;
    text-align: center; cursor: pointer }
  button:first-child { background: #0b5cad; color: #fff }
  :focus-visible { outline: 3px solid #15212c; outline-offset: 2px }
`

const headers = {
  ...webAppHeaders,
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
}

function pageOf({ status, language, ...payment }: SandboxPayment): string {
  const text = texts[language]
  const amount = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    style: 'currency',
    currency: 'EUR',
  }).format(payment.amountCents / 100)
  const buttons = outcomes.map(
    (outcome) => `<button name="outcome" value="${outcome}">${text[outcome]}</button>`,
  )
  const isOpen = status === 'open' || status === 'pending'
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title}</title>
<style>${style}</style>
<main>
  <h1>${text.title}</h1>
  <p>${isOpen ? text.note : text.ended}</p>
  <dl>
    <dt>${text.amount}</dt><dd>${amount}</dd>
    <dt>${text.description}</dt><dd>${escaped(payment.description)}</dd>
  </dl>
  ${
    isOpen
      ? `<form method="post">${buttons.join('')}</form>`
      : `<p><a href="${escaped(payment.returnUrl)}">${text.back}</a></p>`
  }
</main>
</html>
`
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}
