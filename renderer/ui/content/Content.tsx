import type { Block } from '../../../shared/domain/content.ts';
import { assertNever } from '../../../shared/support/assert-never.ts';
import styles from './Content.module.css';
import { ContentPicture } from './ContentPicture.tsx';
import { ContentTable } from './ContentTable.tsx';

/** Text, tables and pictures of a question, a stimulus or a document, in reading order. */
export function Content({ blocks, id }: { blocks: readonly Block[]; id?: string }) {
  return (
    <div className={styles.content} id={id}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one content never change places
        <ContentBlock key={index} block={block} />
      ))}
    </div>
  );
}

function ContentBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'text':
      return <p className={styles.text}>{block.text}</p>;
    case 'table':
      return <ContentTable {...block} />;
    case 'picture':
      return <ContentPicture pictureId={block.pictureId} alt={block.alt} />;
    default:
      return assertNever(block);
  }
}
