/** Compiles the message catalogues, so that the types of the texts exist before anything is built. */
import { exit } from 'node:process'
import { compile } from '@inlang/paraglide-js'
import { textOptions } from './text-options.ts'

await compile(textOptions)
// The compiler leaves timers behind that hold a process for half a minute, and wait for nothing.
exit()
