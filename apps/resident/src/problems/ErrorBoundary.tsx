/** Whatever fails to be drawn below it becomes a page that says so, and never a blank screen. */
import { Component, type ReactNode } from 'react'
import { ProblemPage } from './ProblemPage.tsx'

type Props = {
  readonly children: ReactNode
  /** Nothing stands around it: what is shown in its place is the page's main part, too. */
  readonly isWhole?: boolean
  /** The page does without it: nothing is drawn in its place. */
  readonly isSpare?: boolean
}
type State = { readonly error?: unknown }

export class ErrorBoundary extends Component<Props, State> {
  override state: State = {}

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === undefined) return this.props.children
    if (this.props.isSpare) return null
    const onTryAgain = () => this.setState({ error: undefined })
    const page = <ProblemPage error={error} onTryAgain={onTryAgain} />
    return this.props.isWhole ? <main>{page}</main> : page
  }
}
