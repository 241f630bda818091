/** Why a file of XML parts is not read any further, whatever it was to be read as. */
export type ReadingFault =
  | 'xml_encoding'
  | 'xml_doctype'
  | 'xml_malformed'
  | 'xml_too_deep'
  | 'part_missing'
  | 'sheet_too_large';

/** Where it happened: in a part of the file, or in a sheet of a workbook. */
export interface ReadingPlace {
  file?: string;
  element?: string;
  line?: number;
  sheet?: string;
  row?: number;
}

/** Stops a reading: what is wrong leaves nothing to go on with. Each area makes a fault of its own of it. */
export class ReadingError extends Error {
  constructor(
    readonly fault: ReadingFault,
    readonly place: ReadingPlace,
    readonly params: Record<string, string | number>,
  ) {
    super(fault);
  }
}

export function stopReading(fault: ReadingFault, place: ReadingPlace, params: ReadingError['params'] = {}): never {
  throw new ReadingError(fault, place, params);
}
