declare module '*.pcss' {
  const css: string
  export default css
}
