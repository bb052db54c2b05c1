import { draftsOf } from '#drafts.ts'
import type { NewSessionForm } from './form.ts'

export const newSessionDrafts = draftsOf<NewSessionForm>('new session')
