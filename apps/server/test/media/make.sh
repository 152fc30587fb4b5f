#!/bin/sh
# Makes the recordings of this folder anew with ffmpeg 5.1: `sh make.sh`. Tests need none of it: the files are committed.
set -eu
cd "$(dirname "$0")"
run() { ffmpeg -nostdin -hide_banner -loglevel error -y -fflags +bitexact "$@"; }

corners() { # width height rate
  size="$(($1 / 2))x$(($2 / 2))"
  echo "color=0xc81e1e:s=$size:r=$3[a];color=0x1ec81e:s=$size:r=$3[b];color=0x1e1ec8:s=$size:r=$3[c];color=0xe6e6e6:s=$size:r=$3[d];[a][b]hstack[e];[c][d]hstack[f];[e][f]vstack,format=yuv420p"
}
small=$(corners 160 88 25)
stereo="aevalsrc='0.5*sin(2*PI*440*t)|0.5*sin(2*PI*440*t)':s=48000:c=stereo"
mono="aevalsrc='0.5*sin(2*PI*440*t)':s=8000:c=mono"
sounds="-f lavfi -i $stereo"
h264="-c:v libx264 -preset veryslow -crf 30 -g 25 -flags +bitexact"
aac="-c:a aac -b:a 64k -flags:a +bitexact"

# a cover, and the sounds
run -f lavfi -i color=0x6a3fb5:s=64x64 -frames:v 1 cover.png
run -t 2 $sounds -i cover.png -map 0 -map 1 -c:a libmp3lame -b:a 64k -c:v copy -disposition:v attached_pic -id3v2_version 3 \
  -metadata title='Set 1' -metadata artist='Spinvis' -metadata album='Tivoli' -metadata date=2024 tone.mp3
run -t 2 $sounds -i cover.png -map 0 -map 1 -c:a flac -c:v copy -disposition:v attached_pic \
  -metadata title='Set 1' -metadata artist='Spinvis' -metadata album='Tivoli' -metadata date=2024-12-01 tone.flac
run -t 2 $sounds -c:a libvorbis -q:a 0 -metadata title='Set 1' tone.ogg
run -t 2 $sounds -c:a libopus -b:a 32k -metadata title='Set 1' tone.opus
run -t 2 $sounds $aac -f ipod -metadata title='Set 1' -metadata artist='Spinvis' tone.m4a
run -t 1 -f lavfi -i "$mono" -c:a pcm_s16le mono-8khz.wav
run -t 1 -f lavfi -i "$mono" -c:a pcm_s16be tone.aiff
run -t 1 -f lavfi -i "$mono" -af 'pan=5.1|c0=c0|c1=c0|c2=c0|c3=0*c0|c4=c0|c5=c0' -c:a pcm_s16le surround.wav
run -t 2 $sounds $aac -f mp4 -brand isom sound-only.mp4
run -t 2 $sounds -c:a libopus -b:a 32k sound-only.webm

# pictures with sound, one of each container
run -t 2 -f lavfi -i "$small" -t 2 $sounds $h264 $aac clip.mp4
run -t 2 -f lavfi -i "$small" -t 2 $sounds $h264 $aac clip.mov
run -t 2 -f lavfi -i "$small" -t 2 $sounds -c:v mpeg4 -q:v 12 -c:a libmp3lame -b:a 64k clip.avi
run -t 2 -f lavfi -i "$small" -t 2 $sounds $h264 -c:a libopus -b:a 32k clip.mkv
run -t 2 -f lavfi -i "$small" -t 2 $sounds -c:v libvpx-vp9 -crf 50 -b:v 0 -c:a libopus -b:a 32k clip.webm
run -t 1 -f lavfi -i "$small" $h264 without-sound.mp4
run -t 2 -f lavfi -i "$(corners 1920 1080 30)" -t 2 $sounds $h264 $aac full-hd.mp4

# upright only when its rotation is applied: stored 320 × 180, shown 180 × 320
run -t 1 -f lavfi -i "$(corners 180 320 25),transpose=clock" -t 1 $sounds $h264 $aac turned.tmp.mp4
run -i turned.tmp.mp4 -c copy -metadata:s:v rotate=90 portrait.mp4
rm turned.tmp.mp4

# ten bits, BT.2020, HLG
run -t 1 -f lavfi -i "$(corners 160 88 25),format=yuv420p10le" -c:v libx265 -tag:v hvc1 -crf 30 -preset slow \
  -x265-params log-level=none:colorprim=bt2020:transfer=arib-std-b67:colormatrix=bt2020nc hdr.mp4

# what phones say of where, when and who: QuickTime keys, and a location in udta
run -i clip.mp4 -c copy -movflags use_metadata_tags -metadata creation_time=2024-12-01T20:12:45Z \
  -metadata com.apple.quicktime.location.ISO6709=+52.0921+005.1233+004.2/ -metadata com.apple.quicktime.make=CanaryMake \
  -metadata com.apple.quicktime.model='Canary Phone 9' -metadata com.apple.quicktime.creationdate=2024-12-01T21:12:45+0100 \
  -metadata com.apple.quicktime.serialnumber=CANARY-SERIAL-123 -metadata title='Canary title' located.mov
run -i clip.mp4 -c copy -metadata creation_time=2024-12-01T20:12:45Z -metadata location=+52.0921+005.1233/ \
  -metadata comment=CANARY-SERIAL-123 -metadata artist=CanaryMake located.mp4

# damaged: the index missing, the second half missing behind the index, nothing but the start right
head -c 6000 clip.mp4 >without-index.mp4
run -i clip.mp4 -c copy -movflags +faststart whole.tmp.mp4
head -c "$(($(wc -c <whole.tmp.mp4) * 6 / 10))" whole.tmp.mp4 >cut-short.mp4
rm whole.tmp.mp4
{ head -c 32 clip.mp4 && yes 'no boxes here' | head -c 4000; } >garbage.mp4

# longer than a segment, and more than anybody may send: ten hours, a frame of 196 million pixels, 1,000 frames a second
run -t 9 -f lavfi -i "$(corners 160 88 5)" $h264 nine-seconds.mp4
run -t 36000 -f lavfi -i anullsrc=r=8000:cl=mono -c:a flac -frame_size 65535 ten-hours.flac
run -f lavfi -i color=black:s=14000x14000:r=1 -frames:v 1 -c:v libx264 -preset superfast -threads 1 huge.mp4
run -t 1 -f lavfi -i "$(corners 160 88 1000)" $h264 1000-frames.mp4

# a file within the file, which nobody asked for
echo '#EXTM3U' >attached.m3u8
run -i clip.mkv -c copy -attach attached.m3u8 -metadata:s:t mimetype=application/x-mpegurl attached.mkv
rm attached.m3u8

# a photo as AVIF; a HEIC one is in src/platform/images/fixtures
run -f lavfi -i "$small" -frames:v 1 -c:v libaom-av1 -still-picture 1 photo.avif
