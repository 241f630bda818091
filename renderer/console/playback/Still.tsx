import { useEffect, useEffectEvent } from 'react';

/** Phones that cannot record send stills: each is shown for a moment. */
const SHOWN_MS = 1_500;

interface StillProps {
  url: string;
  label: string;
  className: string | undefined;
  segmentId: string;
  onEnded: () => void;
}

/** A recording of one picture; it ends by itself like a film. */
export function Still({ url, label, className, segmentId, onEnded }: StillProps) {
  const end = useEffectEvent(onEnded);
  useEffect(() => {
    const timer = setTimeout(() => end(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, []);
  return <img src={url} alt={label} className={className} data-testid="playback" data-segment={segmentId} />;
}
