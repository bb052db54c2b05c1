/** [Stuur historie per e-mail] (K6): a whole list to oneself, as a table and as a file. */
import type { Language } from '@2park/contract/language'
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import { findAccount } from '#modules/accounts/index.ts'
import { recordChange } from '#modules/audit/index.ts'
import { sendMail } from '#modules/notices/index.ts'
import type { Product } from '#modules/products/index.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import { csvHead, csvLine } from './csv.ts'
import type { Sheet } from './sheet.ts'
import { words } from './sheet-words.ts'

/** Longer, a mail would not arrive: nobody's programs show it. The download has no limit. */
const mostRowsMailed = 2000

export type MailHistory = {
  readonly product: Product
  readonly sheetIn: (language: Language) => Sheet
  readonly keep: Keep | undefined
}

export async function mailHistory(
  world: World,
  actor: Actor,
  { product, sheetIn, keep }: MailHistory,
): Promise<void> {
  const account = await findAccount(world.db, actor.accountId)
  if (!account) throw new Refused('notFound')
  const { email: to, language } = account
  const { name, head, amount, rows: all } = sheetIn(language)
  const { rows, isWhole } = await firstOf(all, mostRowsMailed)
  const content = csvHead(head) + rows.map(csvLine).join('')
  const say = words[language]
  const title = say.title(name, product.name)
  const at = world.now()
  const { organisationId } = product
  await world.db.transaction().execute(async (tx) => {
    const what = {
      kind: 'history',
      title,
      table: { head, rows, amount },
      note: isWhole ? undefined : say.note(mostRowsMailed),
      attachment: { fileName: fileNameOf(name), content },
    } as const
    await sendMail(tx, { to, language, organisationId, what }, at)
    const change = { organisationId, subjectId: product.id, at }
    await recordChange(tx, { ...actor, action: 'historyMailed', ...change })
    await keepAnswer(tx, keep, undefined)
  })
}

/** "parkeeracties.csv" */
export function fileNameOf(name: string): string {
  return `${name.toLowerCase().replaceAll(' ', '-')}.csv`
}

async function firstOf<Row>(rows: AsyncIterable<Row>, most: number) {
  const first: Row[] = []
  for await (const row of rows) {
    if (first.length === most) return { rows: first, isWhole: false }
    first.push(row)
  }
  return { rows: first, isWhole: true }
}
