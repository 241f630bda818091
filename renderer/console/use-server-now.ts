import { useEffect, useState } from 'react';
import { useDesk } from './desk.ts';

/** The server's time in ms, renewed every second. */
export function useServerNow(): number {
  const { clock } = useDesk().connection;
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), 1_000);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
