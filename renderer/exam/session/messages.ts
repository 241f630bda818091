import type { Message } from '../../../shared/contract/views.ts';
import { createObservable, type Observable } from '../observable.ts';

export interface Messages extends Observable<readonly Message[]> {
  /** The candidate has read it. */
  read(id: string): void;
}

/** What proctors have written and the candidate has not yet confirmed to have read, oldest first. */
export function collectMessages(connection: {
  on(name: 'message', listener: (message: Message) => void): void;
}): Messages {
  const unread = createObservable<readonly Message[]>([]);
  connection.on('message', (message) => {
    if (!unread.state.some(({ id }) => id === message.id)) unread.set([...unread.state, message]);
  });
  return {
    get state() {
      return unread.state;
    },
    subscribe: unread.subscribe,
    read: (id) => unread.set(unread.state.filter((message) => message.id !== id)),
  };
}
