import { useState } from 'react';
import type { MarkingItem } from '../../../shared/contract/marking.ts';
import { ItemList } from './ItemList.tsx';
import { MarkingDesk } from './MarkingDesk.tsx';

/** A marker's work: which question, then one response after another. */
export function MarkingPage() {
  const [item, setItem] = useState<MarkingItem | null>(null);
  if (!item) return <ItemList onChoose={setItem} />;
  return <MarkingDesk key={`${item.sessionId} ${item.itemId}`} place={item} onBack={() => setItem(null)} />;
}
