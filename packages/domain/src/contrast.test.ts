import { expect, test } from 'vitest'
import { contrastOf, mix, nearestThatContrasts, ratioRoundedDown } from './contrast.ts'

test.each`
  one          | other        | ratio    | because
  ${'#000000'} | ${'#ffffff'} | ${21}    | ${'nothing differs more'}
  ${'#0b5cad'} | ${'#0B5CAD'} | ${1}     | ${'it is the same colour, however written'}
  ${'#777777'} | ${'#ffffff'} | ${4.478} | ${'it is the grey that just fails as text'}
  ${'#767676'} | ${'#ffffff'} | ${4.542} | ${'it is the lightest grey for text on white'}
  ${'#949494'} | ${'#ffffff'} | ${3.033} | ${'it is the lightest grey for a line on white'}
  ${'#ffff00'} | ${'#000000'} | ${19.56} | ${'yellow is nearly as light as white'}
  ${'#ff0000'} | ${'#ffffff'} | ${3.998} | ${'red is darker than it looks'}
  ${'#0000ff'} | ${'#ffffff'} | ${8.592} | ${'blue gives the least light'}
  ${'#00ff00'} | ${'#ffffff'} | ${1.372} | ${'green gives the most light'}
  ${'#0a0a0a'} | ${'#000000'} | ${1.061} | ${'below a limit light is reckoned in proportion'}
`('$one on $other is $ratio to 1, because $because', ({ one, other, ratio }) => {
  expect(contrastOf(one, other)).toBeCloseTo(ratio, 2)
  expect(contrastOf(other, one)).toBe(contrastOf(one, other))
})

test.each`
  ratio    | shown  | because
  ${4.499} | ${4.4} | ${'it does not reach 4.5, and does not read so'}
  ${4.5}   | ${4.5} | ${'it does'}
  ${21}    | ${21}  | ${'it is the most there is'}
`('$ratio is shown as $shown, because $because', ({ ratio, shown }) => {
  expect(ratioRoundedDown(ratio)).toBe(shown)
})

test.each`
  colour       | other        | part    | mixed        | because
  ${'#9c1d4b'} | ${'#ffffff'} | ${0}    | ${'#9c1d4b'} | ${'there is nothing of the other in it'}
  ${'#9c1d4b'} | ${'#ffffff'} | ${1}    | ${'#ffffff'} | ${'there is nothing else in it'}
  ${'#000000'} | ${'#ffffff'} | ${0.02} | ${'#050505'} | ${'every channel keeps its two digits'}
`('$mixed is $part of $other in $colour, because $because', ({ colour, other, part, mixed }) => {
  expect(mix(colour, other, part)).toBe(mixed)
})

test.each`
  colour       | on           | needed | nearest      | because
  ${'#0b5cad'} | ${'#ffffff'} | ${4.5} | ${'#0b5cad'} | ${'it stands out as it is'}
  ${'#ffcc00'} | ${'#ffffff'} | ${3}   | ${'#b38f00'} | ${'it is darkened, and stays yellow'}
  ${'#444444'} | ${'#000000'} | ${4.5} | ${'#757575'} | ${'on black it is lightened'}
`('$nearest is for $colour on $on, because $because', ({ colour, on, needed, nearest }) => {
  expect(nearestThatContrasts(colour, [{ colour: on, needed }])).toBe(nearest)
})

test('between black and white nothing stands out against both as text', () => {
  const both = ['#000000', '#ffffff'].map((colour) => ({ colour, needed: 4.6 }))
  expect(nearestThatContrasts('#777777', both)).toBeUndefined()
})
