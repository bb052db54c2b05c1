/** Ending one's own sign-in at this browser; what follows is for whoever asked. */
import { useMutation } from '@tanstack/react-query'
import { call } from '@2park/web/api'

export function useSigningOut(onSignedOut: () => void) {
  return useMutation({
    mutationFn: () => call('DELETE /sign-ins/current', {}),
    onSuccess: onSignedOut,
  })
}
