/** A second, or `seconds`, of 16-bit PCM in WAV; `value` gives each sample, -1 to 1. */
export function wavOf(
  channels: number,
  sampleRate: number,
  value: (frame: number, channel: number) => number,
  seconds = 1,
): Buffer {
  const frames = Math.round(sampleRate * seconds)
  const bytes = frames * channels * 2
  const wav = Buffer.alloc(44 + bytes)
  wav.write('RIFF')
  wav.writeUInt32LE(36 + bytes, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(channels, 22)
  wav.writeUInt32LE(sampleRate, 24)
  wav.writeUInt32LE(sampleRate * channels * 2, 28)
  wav.writeUInt16LE(channels * 2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(bytes, 40)
  for (let frame = 0; frame < frames; frame++) {
    for (let channel = 0; channel < channels; channel++) {
      const whole = Math.min(32_767, Math.round(value(frame, channel) * 32_768))
      wav.writeInt16LE(whole, 44 + (frame * channels + channel) * 2)
    }
  }
  return wav
}
