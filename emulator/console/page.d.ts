declare module '*.html' {
  /** The file's text, put in by the bundler. */
  const text: string;
  export default text;
}
