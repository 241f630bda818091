import type { ExtraProgram, ExtraProgramFault } from '../../../../shared/domain/extra-programs.ts';
import type { ProgramPolicy } from '../../../../shared/domain/program-kinds.ts';

/** A program as it is typed: several names, ids or ports in one field. */
export interface TypedProgram {
  /** Of the row on the screen, which keeps its fields when another one goes. */
  key: string;
  name: string;
  publisher: string;
  policy: ProgramPolicy;
  images: string;
  bundleIds: string;
  ports: string;
}

/** Separated as people do: by commas, semicolons or lines. Names have spaces in them. */
const parts = (text: string): string[] =>
  text
    .split(/[,，、;；\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

const isNumber = (text: string): boolean => /^[0-9]{1,9}$/.test(text);
/** Full-width digits, as a Chinese input method writes them, count as digits. */
const typedPorts = (text: string): string[] => parts(text.normalize('NFKC')).flatMap((part) => part.split(/\s+/));

export const readTyped = ({ name, publisher, policy, images, bundleIds, ports }: TypedProgram): ExtraProgram => ({
  ...{ name: name.trim(), publisher: publisher.trim(), policy },
  ...{ images: parts(images), bundleIds: parts(bundleIds.normalize('NFKC')) },
  ports: typedPorts(ports).filter(isNumber).map(Number),
});

/** What is no number where a port should stand: it never gets as far as the rules. */
export const typingFaults = (rows: readonly TypedProgram[]): ExtraProgramFault[] =>
  rows.flatMap(({ ports }, row) =>
    typedPorts(ports)
      .filter((port) => !isNumber(port))
      .map((value) => ({ row, kind: 'port_range' as const, value, of: '' })),
  );

export const asTyped = (program: ExtraProgram, key: string): TypedProgram => ({
  ...{ key, name: program.name, publisher: program.publisher, policy: program.policy },
  ...{ images: program.images.join('，'), bundleIds: program.bundleIds.join('，'), ports: program.ports.join('，') },
});
