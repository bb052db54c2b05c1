/** Line drawings of 24 by 24. They never carry a meaning alone: there is always a text beside them. */
const paths = {
  menu: 'M3.5 6.5h17M3.5 12h17M3.5 17.5h17',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  forward: 'M9.5 5.5 16 12l-6.5 6.5',
  search: 'M16 16l4.5 4.5M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0z',
  star: 'M12 3.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8L3.6 9.7l5.8-.8z',
  car: 'M4 16.5v-3.8l1.9-5.1A2 2 0 0 1 7.8 6.3h8.4a2 2 0 0 1 1.9 1.3l1.9 5.1v3.8zM4 12.7h16M6 16.5v2M18 16.5v2M7.2 14.6h1M15.8 14.6h1',
  layers: 'M12 4l8 4-8 4-8-4zM4 12l8 4 8-4M4 16l8 4 8-4',
  cards: 'M3.5 6.5h17v11h-17zM3.5 10.5h17M6.5 14.5h4',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 20.8h4',
  bellRinging:
    'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 20.8h4M3 6.5l2.2-2.4M21 6.5l-2.2-2.4M12 9v3.6M12 14.8v.3',
  mail: 'M3.5 6h17v12h-17zM3.5 7l8.5 6.5L20.5 7',
  history: 'M4.6 8.5A8.3 8.3 0 1 1 3.7 12M4 4.5v4.3h4.3M12 7.5V12l3 2',
  settings:
    'M4 7.5h8M16.5 7.5H20M4 16.5h3.5M12 16.5h8M14.25 5.25a2.25 2.25 0 1 1 0 4.5 2.25 2.25 0 0 1 0-4.5zM9.75 14.25a2.25 2.25 0 1 1 0 4.5 2.25 2.25 0 0 1 0-4.5z',
  lock: 'M6 10.5h12v9.5H6zM8.5 10.5V7.5a3.5 3.5 0 0 1 7 0v3M12 14v2.5',
  people:
    'M12.5 8.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM2.5 19.5c.4-3.6 3-5.5 6.5-5.5s6.1 1.9 6.5 5.5M15.5 5.2a3.5 3.5 0 0 1 0 6.6M18 14.6c2 .8 3.2 2.5 3.5 4.9',
  wallet:
    'M4 7.5h14.5a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5H5.5A1.5 1.5 0 0 1 4 18V6.5A1.5 1.5 0 0 1 5.5 5H17M20 11.5h-4a2 2 0 0 0 0 4h4',
  leave: 'M14 4.5H5.5v15H14M10.5 12h10M17 8.5l3.5 3.5-3.5 3.5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  warning: 'M12 4 2.8 19.5h18.4zM12 10v4.5M12 16.8v.4',
  notice: 'M12 11v5.5M12 7.6v.4M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
