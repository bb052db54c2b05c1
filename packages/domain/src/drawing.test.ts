import { describe, expect, test } from 'vitest'
import { findDrawingFault } from './drawing.ts'

const svg = (inside: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 56 64"${more}>${inside}</svg>`

describe('a drawing', () => {
  test.each`
    what                         | drawing
    ${'a path'}                  | ${svg('<path d="M4 4h48v29z" fill="#9c1d4b"/>')}
    ${'groups and their titles'} | ${svg('<title>Wapen van Waterdam</title><g><circle cx="1" cy="1" r="1"/></g>')}
    ${'a gradient of its own'}   | ${svg('<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><rect fill="url(#a)"/>')}
    ${'a shape used twice'}      | ${svg('<path id="b" d="M0 0"/><use href="#b" x="3"/><use xlink:href="#b"/>', ' xmlns:xlink="http://www.w3.org/1999/xlink"')}
    ${'a gradient, with spaces'} | ${svg('<linearGradient id="a"/><rect fill="url( \'#a\' )"/>')}
    ${'a style of a program'}    | ${svg('<style type="text/css">.st0{fill:#E30613;clip-path:url(#c)}</style><path class="st0" style="fill:none"/>')}
    ${'a header and a comment'}  | ${`<?xml version="1.0" encoding="utf-8"?>\n<!-- Made by a program -->\n${svg('<g/>')}\n`}
    ${'a title with an entity'}  | ${svg('<title>Image 1 &amp; 2</title>')}
    ${'a mark of its bytes'}     | ${`\uFEFF${svg('<g/>')}`}
  `('may be $what', ({ drawing }) => {
    expect(findDrawingFault(drawing)).toBeUndefined()
  })

  test.each`
    because                         | drawing
    ${'a script'}                   | ${svg('<script>alert(1)</script>')}
    ${'a script by a prefix'}       | ${svg('<s:script>1</s:script>', ' xmlns:s="http://www.w3.org/2000/svg"')}
    ${'another namespace'}          | ${svg('<g xmlns="http://www.w3.org/1999/xhtml"/>')}
    ${'a handler'}                  | ${svg('<g/>', ' onload="alert(1)"')}
    ${'a handler in capitals'}      | ${svg('<g OnClick="alert(1)"/>')}
    ${'another document'}           | ${svg('<foreignObject><p>hello</p></foreignObject>')}
    ${'a picture from outside'}     | ${svg('<image href="https://example.com/spy.png"/>')}
    ${'a shape from outside'}       | ${svg('<use href="https://example.com/other.svg#a"/>')}
    ${'a shape as data'}            | ${svg('<use href="data:image/svg+xml;base64,AAAA#a"/>')}
    ${'a link'}                     | ${svg('<a href="https://example.com"><g/></a>')}
    ${'an address in an attribute'} | ${svg('<rect fill="url(https://example.com/a.svg#b)"/>')}
    ${'an address in quotes'}       | ${svg('<rect style="fill: URL( \'//example.com/a#b\')"/>')}
    ${'an address in a style'}      | ${svg('<style>rect { fill: url(//example.com/a) }</style>')}
    ${'an address as a set'}        | ${svg('<rect style="mask: image-set(\'//example.com/a\' 1x)"/>')}
    ${'another sheet'}              | ${svg('<style>@import "//example.com/a.css";</style>')}
    ${'a hidden address'}           | ${svg('<style>rect { fill: \\75rl(//example.com/a) }</style>')}
    ${'an address in entities'}     | ${svg('<rect fill="&#117;rl(//example.com/a)"/>')}
    ${'an entity of its own'}       | ${`<!DOCTYPE svg [<!ENTITY a "b">]>${svg('<g/>')}`}
    ${'a sheet beside it'}          | ${`<?xml-stylesheet href="//example.com/a.css"?>${svg('<g/>')}`}
    ${'an instruction inside'}      | ${svg('<?xml version="1.0"?>')}
    ${'a section of anything'}      | ${svg('<style><![CDATA[@import "a"]]></style>')}
    ${'a comment in a style'}       | ${svg('<style>rect { fill: ur<!-- -->l(//example.com/a) }</style>')}
    ${'an element in a style'}      | ${svg('<style>rect { fill: ur<g/>l(//example.com/a) }</style>')}
    ${'an address after spaces'}    | ${svg('<rect fill="url(  //example.com/a)"/>')}
    ${'another encoding'}           | ${`<?xml version="1.0" encoding="utf-7"?>${svg('<g/>')}`}
    ${'a use of a use'}             | ${svg('<g id="a"><path id="b" d="M0 0"/><use href="#b"/></g><use href="#a"/>')}
    ${'a use of itself'}            | ${svg('<use id="a" href="#a"/>')}
    ${'an animation'}               | ${svg('<set attributeName="href" to="javascript:alert(1)"/>')}
    ${'another base'}               | ${svg('<g xml:base="https://example.com/"/>')}
  `('may hold no more than shapes: $because', ({ drawing }) => {
    expect(findDrawingFault(drawing)).toBe('unsafe')
  })

  test.each`
    because                     | drawing
    ${'there is nothing'}       | ${''}
    ${'it is text'}             | ${'hello'}
    ${'it is a page'}           | ${'<html><body/></html>'}
    ${'it is cut off'}          | ${'<svg xmlns="http://www.w3.org/2000/svg"><g>'}
    ${'it is cut in a tag'}     | ${'<svg xmlns="http://www.w3.org/2000/svg"><g'}
    ${'its elements cross'}     | ${svg('<g><path></g></path>')}
    ${'there are two'}          | ${svg('') + svg('')}
    ${'there is text after it'} | ${`${svg('')}hello`}
    ${'it holds a control'}     | ${svg('<title>\u001B</title>')}
    ${'an attribute is bare'}   | ${svg('<g hidden/>')}
  `('is not read where $because', ({ drawing }) => {
    expect(findDrawingFault(drawing)).toBe('unreadable')
  })
})
