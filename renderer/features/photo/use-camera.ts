import { useEffect, useRef, useState, type RefObject } from 'react';

export interface Camera {
  readonly video: RefObject<HTMLVideoElement | null>;
  /** Null while it opens. */
  readonly open: boolean | null;
}

/** The camera, for as long as the dialog stands; its light is out again afterwards. Pictures only, never sound. */
export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [open, setOpen] = useState<boolean | null>(null);
  useEffect(() => {
    let gone = false;
    let stream: MediaStream | null = null;
    const stop = (): void => { for (const track of stream?.getTracks() ?? []) track.stop(); };
    const start = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1_280 }, height: { ideal: 960 } }, audio: false });
      if (gone) {
        stop();
        return;
      }
      if (video.current !== null) video.current.srcObject = stream;
      setOpen(true);
    };
    // No camera, or one that another program holds: the dialog says so.
    start().catch(() => { if (!gone) setOpen(false); });
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return { video, open };
}
