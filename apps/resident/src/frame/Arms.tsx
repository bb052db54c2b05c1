/** A shield in the place of the municipality's arms, which are its own to give. */
export function Arms({ className }: { readonly className: string | undefined }) {
  return (
    <svg
      className={className}
      viewBox="0 0 28 32"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      <path
        d="M2 3h24v14c0 7-6 11-12 13C8 28 2 24 2 17z"
        strokeWidth="2"
        fillOpacity="0.15"
        fill="currentColor"
      />
      <path
        d="M6.5 12c2.5-2 5-2 7.5 0s5 2 7.5 0M6.5 18c2.5-2 5-2 7.5 0s5 2 7.5 0"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
    </svg>
  )
}
