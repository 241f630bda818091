import { useEffect, useState } from 'react';
import { useDesk } from '../desk.ts';

/** `url` is null while it loads; `failure` is what was thrown. */
export interface ProtectedMedia {
  url: string | null;
  failure: unknown;
}

/** A blob URL of protected bytes for as long as the component shows them; null path: nothing to show. */
export function useProtectedMedia(path: string | null): ProtectedMedia {
  const { fetchProtected } = useDesk();
  const [media, setMedia] = useState<ProtectedMedia & { path: string | null }>({ path, url: null, failure: null });
  useEffect(() => {
    if (path === null) return;
    const abort = new AbortController();
    let url: string | null = null;
    fetchProtected(path, abort.signal).then(
      (blob) => {
        if (abort.signal.aborted) return;
        url = URL.createObjectURL(blob);
        setMedia({ path, url, failure: null });
      },
      (failure: unknown) => {
        if (abort.signal.aborted) return;
        console.error(`could not load ${path}`, failure);
        setMedia({ path, url: null, failure });
      },
    );
    return () => {
      abort.abort();
      if (url) URL.revokeObjectURL(url);
    };
  }, [path, fetchProtected]);
  // What belongs to the path before is not shown under the new one.
  return media.path === path ? media : { url: null, failure: null };
}
