import { createContext, useContext } from 'react';

/**
 * Which document lies beside the one that is being handled; the id of the stimulus stands for its background. Null: none,
 * by choice; undefined: nothing has been chosen yet.
 */
export interface OpenDocument {
  beside: string | null | undefined;
  openBeside(documentId: string | null): void;
}

export const OpenDocumentContext = createContext<OpenDocument>({ beside: undefined, openBeside: () => undefined });

export const useOpenDocument = (): OpenDocument => useContext(OpenDocumentContext);
