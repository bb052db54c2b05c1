/** The sandbox bank's page: one button for each way in which a payment can go. */
import type { Language } from '@2park/contract/language'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod/mini'
import { escapeHtml } from '#http/escape-html.ts'
import { smallForm, takeForms } from '#http/forms.ts'
import { Refused } from '#refused.ts'
import { demoDocument, demoPageHeaders } from '../demo-page.ts'
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
      return reply.headers(demoPageHeaders).type('text/html; charset=utf-8').send(pageOf(payment))
    })
    scope.post(`${sandboxPath}/:id`, async (request, reply) => {
      const { id, returnUrl } = await getPayment(bank, request.params)
      const press = Press.safeParse(request.body)
      if (!press.success) throw new Refused('notFound')
      await bank.press(id, press.data.outcome)
      await tell(id)
      return reply.headers(demoPageHeaders).redirect(returnUrl, 303)
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

function pageOf({ status, language, ...payment }: SandboxPayment): string {
  const text = texts[language]
  const amount = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    style: 'currency',
    currency: 'EUR',
  }).format(payment.amountCents / 100)
  const isOpen = status === 'open' || status === 'pending'
  return demoDocument({
    language,
    title: text.title,
    main: `<h1>${text.title}</h1>
<p>${isOpen ? text.note : text.ended}</p>
<dl>
<dt>${text.amount}</dt><dd>${amount}</dd>
<dt>${text.description}</dt><dd>${escapeHtml(payment.description)}</dd>
</dl>
${isOpen ? buttonsIn(language) : `<p class="after"><a class="button" href="${escapeHtml(payment.returnUrl)}">${text.back}</a></p>`}`,
  })
}

function buttonsIn(language: Language): string {
  const buttons = outcomes.map(
    (outcome) =>
      `<button name="outcome" value="${outcome}"${outcome === 'paid' ? ' class="primary"' : ''}>${texts[language][outcome]}</button>`,
  )
  return `<form method="post">${buttons.join('\n')}</form>`
}
