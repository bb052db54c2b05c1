/** The reference page of every problem, made from the texts themselves. */
import { languages, type Language } from './language.ts'
import { problemTexts } from './problem-texts.ts'
import { problemCodes, statusOf, type ProblemCode } from './problems.ts'

const names: Readonly<Record<Language, string>> = { nl: 'Nederlands', en: 'English' }

/** Markdown; a test keeps `docs/reference/problems.md` the same. */
export function problemsPage(): string {
  return `# Problems

Every "no" of the API: its \`code\`, the status it travels as, and what it says to people. The \`type\` of RFC 9457 is
\`urn:2park:problem:\` with the code behind it. This page is generated: \`npx vitest run --project unit -u\` writes it anew.

${problemCodes.map(section).join('\n')}`
}

function section(code: ProblemCode): string {
  const lines = languages.map((language) => {
    const { title, detail } = problemTexts[code][language]
    return `- ${names[language]}: **${title}** ${detail}\n`
  })
  return `## \`${code}\` ${statusOf[code]}\n\n${lines.join('')}`
}
