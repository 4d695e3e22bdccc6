/** Widest picture that is kept; larger cameras are drawn smaller. */
const widest = 1_280;
const highest = 960;
/** Core refuses more than 400 kB; the picture is made coarser until it fits. */
const largestBytes = 400_000;
const qualities = [0.82, 0.7, 0.55, 0.4, 0.25] as const;

/** Size of the picture: that of the camera, or smaller in the same proportion. */
export function pictureSize(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, widest / width, highest / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** What stands before the camera now, as base64 of a JPEG; null while the camera shows nothing yet. */
export function takePicture(video: HTMLVideoElement): string | null {
  if (video.videoWidth === 0) return null;
  const canvas = document.createElement('canvas');
  const size = pictureSize(video.videoWidth, video.videoHeight);
  canvas.width = size.width;
  canvas.height = size.height;
  canvas.getContext('2d')?.drawImage(video, 0, 0, size.width, size.height);
  for (const quality of qualities) {
    const base64 = canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '';
    if (base64.length * 3 / 4 <= largestBytes) return base64;
  }
  return null;
}
