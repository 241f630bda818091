import { useMemo, useSyncExternalStore } from 'react';
import { type Item, itemsOf, type Paper } from '../../../shared/domain/paper.ts';
import { useRoom } from '../window/exam-context.ts';

/** The item before the candidate; what does not show the item itself need not be rendered anew for the next. */
export function useItem(paper: Paper): Item | undefined {
  const { desk } = useRoom();
  const items = useMemo(() => new Map(itemsOf(paper).map((item) => [item.id, item])), [paper]);
  return useSyncExternalStore(desk.subscribe, () => items.get(desk.state.itemId));
}

/** Whether this item is the one before the candidate. */
export function useIsCurrent(itemId: string): boolean {
  const { desk } = useRoom();
  return useSyncExternalStore(desk.subscribe, () => desk.state.itemId === itemId);
}
