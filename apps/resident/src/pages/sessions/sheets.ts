/** The code of the sheets: fetched when one is opened, or just before. */
import { lazy } from 'react'

export const loadNewSessionSheet = () => import('#pages/new-session/NewSessionSheet.tsx')

export const NewSessionSheet = lazy(async () => ({
  default: (await loadNewSessionSheet()).NewSessionSheet,
}))
export const StopSheet = lazy(async () => ({
  default: (await import('./StopSheet.tsx')).StopSheet,
}))
export const DeleteSheet = lazy(async () => ({
  default: (await import('./DeleteSheet.tsx')).DeleteSheet,
}))
export const LeaveSheet = lazy(async () => ({
  default: (await import('#pages/delegations/LeaveSheet.tsx')).LeaveSheet,
}))
export const ExtendSheet = lazy(async () => ({
  default: (await import('./ExtendSheet.tsx')).ExtendSheet,
}))
