/** The product's own mark: a P on a plate. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect
        x="1"
        y="1"
        width="30"
        height="30"
        rx="7"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      />
      <path
        d="M11 24V8h6.5a5.25 5.25 0 0 1 0 10.5H11"
        fill="none"
        stroke="currentColor"
        strokeWidth="3.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
