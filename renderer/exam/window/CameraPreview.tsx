import { useEffect, useRef } from 'react';
import { useObservable } from '../use-observable.ts';
import styles from './CameraPreview.module.css';
import { useExamWindow } from './exam-context.ts';

/** What the camera sees, mirrored as in a mirror, without sound. */
export function CameraPreview({ label }: { label: string }) {
  const { stream } = useObservable(useExamWindow().capture);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return <video ref={video} className={styles.preview} aria-label={label} autoPlay muted playsInline />;
}
