/** The part of hls.js without subtitles, other languages and protection; it says the same of itself. */
declare module 'hls.js/light' {
  export * from 'hls.js'
  export { default } from 'hls.js'
}
