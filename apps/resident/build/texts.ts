/** Compiles the message catalogues, so that the types of the texts exist before anything is built. */
import { compile } from '@inlang/paraglide-js'
import { textOptions } from './text-options.ts'

await compile(textOptions)
