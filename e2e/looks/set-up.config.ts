/** Before the first photograph the folder is empty, and after the last one there is a page of them all. */
import { emptyFolder, writeContactSheet } from './folder.ts'

export default function setUp(): () => void {
  // Who asks for some of them keeps the others.
  if (!process.argv.includes('--grep') && !process.argv.includes('-g')) emptyFolder()
  return writeContactSheet
}
