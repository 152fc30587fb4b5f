import { expect, it } from 'vitest'
import { masterPlaylist } from './master.ts'

const rung = (name: string, width: number, height: number, bitrate: number, average: number | null) => ({
  ...{ name, width, height, bitrate, average },
  codecs: 'avc1.64001f,mp4a.40.2',
})

it('begins with the second rung, says no more than is known and no average above the peak', () => {
  const rungs = [
    rung('1080p', 1920, 1080, 700_000, 900_000),
    rung('360p', 640, 360, 800_000, null),
    rung('720p', 1280, 720, 2_000_000, 1_500_000),
  ]
  expect(masterPlaylist(rungs)).toBe(`#EXTM3U
#EXT-X-VERSION:7
#EXT-X-INDEPENDENT-SEGMENTS
#EXT-X-STREAM-INF:BANDWIDTH=2000000,AVERAGE-BANDWIDTH=1500000,RESOLUTION=1280x720,CODECS="avc1.64001f,mp4a.40.2"
720p.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=800000,RESOLUTION=640x360,CODECS="avc1.64001f,mp4a.40.2"
360p.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=700000,AVERAGE-BANDWIDTH=700000,RESOLUTION=1920x1080,CODECS="avc1.64001f,mp4a.40.2"
1080p.m3u8
`)
  expect(masterPlaylist([rungs[1]!])).toContain('640x360')
})
