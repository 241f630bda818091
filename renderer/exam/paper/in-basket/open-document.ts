import { createContext, useContext } from 'react';

/** Which document lies beside the one that is being handled; the id of the stimulus stands for its background. */
export interface OpenDocument {
  beside: string | null;
  openBeside(documentId: string | null): void;
}

export const OpenDocumentContext = createContext<OpenDocument>({ beside: null, openBeside: () => undefined });

export const useOpenDocument = (): OpenDocument => useContext(OpenDocumentContext);
