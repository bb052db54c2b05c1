/**
 * A new password, twice (A8), with its rules in view: each is ticked as soon as it is met. Both fields
 * can be shown, so that who sees what they type need not guess.
 */
import { useState } from 'react'
import { isLongEnough, shortestPassword } from '@2park/contract/password-rules'
import { type Problem, ProblemAnswer } from '@2park/web/api'
import { Icon } from '@2park/web/components/Icon'
import { m } from '#paraglide/messages.js'
import { presentWords, useWords } from '#problems/words.ts'
import styles from './NewPasswordFields.module.css'
import { PasswordField } from './PasswordField.tsx'

/** What is said at each of the two fields: found when it is shown. */
export type WrongPassword = {
  readonly password?: (() => string) | undefined
  readonly again?: (() => string) | undefined
}

type Props = {
  readonly label: string
  readonly wrong: WrongPassword | undefined
  /** Fewer are enough where a second step follows. */
  readonly shortest?: number
}

export function NewPasswordFields({ label, wrong, shortest = shortestPassword }: Props) {
  useWords()
  const [typed, setTyped] = useState({ password: '', again: '' })
  const isLong = isLongEnough(typed.password, shortest)
  const isSame = typed.again !== '' && typed.again === typed.password
  return (
    <div
      onInput={({ target }) => {
        if (!(target instanceof HTMLInputElement)) return
        setTyped((before) => ({ ...before, [target.name]: target.value }))
      }}
    >
      <ul className={styles.rules} aria-label={m.password_rules_label()}>
        <Rule isMet={isLong} text={m.password_rule_length({ shortest })} />
        <Rule isMet={isSame} text={m.password_rule_same()} />
        <Rule text={m.password_rule_common()} />
      </ul>
      <PasswordField
        label={label}
        name="password"
        autoComplete="new-password"
        error={wrong?.password?.()}
      />
      <PasswordField
        label={m.password_again()}
        name="again"
        autoComplete="new-password"
        error={wrong?.again?.()}
      />
    </div>
  )
}

type RuleProps = {
  readonly text: string
  /** Undefined where only the server knows. */
  readonly isMet?: boolean
}

function Rule({ text, isMet }: RuleProps) {
  return (
    <li data-met={isMet || undefined}>
      <Icon name={isMet ? 'check' : 'notice'} />
      <span>
        {text}
        {isMet === true && ` ${m.password_rule_met()}`}
      </span>
    </li>
  )
}

/** What can be said before the server is asked. */
export function wrongPassword(
  password: string,
  again: string,
  shortest = shortestPassword,
): WrongPassword | undefined {
  const wrong = {
    password: isLongEnough(password, shortest) ? undefined : shortText(password, shortest),
    again: again === '' || again !== password ? differsText(again) : undefined,
  }
  return wrong.password === undefined && wrong.again === undefined ? undefined : wrong
}

function shortText(password: string, shortest: number): () => string {
  return password === '' ? m.password_missing : () => m.password_too_short({ shortest })
}

function differsText(again: string): () => string {
  return again === '' ? m.password_again_missing : m.password_differs
}

/** What the server says of the password, for its field. */
export function refusedPassword(error: Error | null): WrongPassword | undefined {
  if (!(error instanceof ProblemAnswer)) return undefined
  if (toldOfPassword(error.problem).length === 0) return undefined
  return {
    password: () =>
      toldOfPassword(presentWords().ofProblem(error.problem))
        .map(({ detail }) => detail)
        .join(' '),
  }
}

function toldOfPassword({ errors = [] }: Problem) {
  return errors.filter(({ pointer }) => pointer.toLowerCase().endsWith('password'))
}
