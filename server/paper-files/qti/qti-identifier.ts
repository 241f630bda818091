import type { XmlElement } from '../../xml/xml-element.ts';

/** What every edition of XML takes for a name without a colon (xs:NCName), which QTI wants its identifiers to be. */
const NAME = /^[A-Za-z_\u4e00-\u9fa5][A-Za-z0-9_.\-\u4e00-\u9fa5]*$/;
const PREFIX = 'yk-';

/** An id as an identifier of QTI: itself where it is a name, else one made of its bytes. Different ids stay different. */
export const qtiIdentifier = (id: string): string =>
  NAME.test(id) && !id.startsWith(PREFIX) ? id : `${PREFIX}${Buffer.from(id, 'utf8').toString('hex')}`;

/** What an element is called, with its id beside it where that is no name. */
export function identified(id: string): { identifier: string; 'data-yk-id': string | undefined } {
  const identifier = qtiIdentifier(id);
  return { identifier, 'data-yk-id': identifier === id ? undefined : id };
}

/** The id of an element; empty when it has none. */
export const idOf = ({ attributes }: XmlElement): string => attributes['data-yk-id'] ?? attributes.identifier ?? '';
