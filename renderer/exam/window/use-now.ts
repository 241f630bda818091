import { useEffect, useState } from 'react';
import { useExamWindow } from './exam-context.ts';

/** The server's clock, ms, rendered anew each whole second. */
export function useNow(): number {
  const { clock } = useExamWindow();
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    const timer = setInterval(() => {
      const fresh = clock.now();
      setNow((shown) => (Math.floor(fresh / 1000) === Math.floor(shown / 1000) ? shown : fresh));
    }, 100);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
