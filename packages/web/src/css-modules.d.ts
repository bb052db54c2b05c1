/** A CSS module is its class names, as the bundler made them. */
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>
  export default classes
}
