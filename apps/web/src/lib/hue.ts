// Shared with the server, whose picture cards stand in the same light.
export { hue } from '@sharemyshows/contract/hue'
