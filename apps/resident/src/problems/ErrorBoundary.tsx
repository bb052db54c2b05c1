/** Whatever fails to be drawn below it becomes a page that says so, and never a blank screen. */
import { Component, type ReactNode } from 'react'
import { ProblemPage } from './ProblemPage.tsx'

type Props = { readonly children: ReactNode }
type State = { readonly error?: unknown }

export class ErrorBoundary extends Component<Props, State> {
  override state: State = {}

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === undefined) return this.props.children
    return <ProblemPage error={error} onTryAgain={() => this.setState({ error: undefined })} />
  }
}
