// Shared with the server, whose picture cards stand in the same light.
export * from '@sharemyshows/contract/colour'
