import { expect, it } from 'vitest';
import { asTyped, readTyped, type TypedProgram, typingFaults } from './typed-program.ts';

const typed = (change: Partial<TypedProgram>): TypedProgram => ({
  ...{ key: 'a', name: '题库', publisher: '', policy: 'end', images: '', bundleIds: '', ports: '' },
  ...change,
});

it('takes several names and ports as people separate them, full-width digits too', () => {
  const program = readTyped(
    typed({ images: '题库 大师.exe、bank.exe；', bundleIds: 'com.a.b，com.c', ports: '５１０００ 80' }),
  );
  expect(program).toMatchObject({
    images: ['题库 大师.exe', 'bank.exe'],
    bundleIds: ['com.a.b', 'com.c'],
    ports: [51_000, 80],
  });
  expect(readTyped(asTyped(program, 'b'))).toEqual(program);
});

it('tells what is no port, with its row', () => {
  expect(typingFaults([typed({}), typed({ ports: '80, http' })])).toEqual([
    { row: 1, kind: 'port_range', value: 'http', of: '' },
  ]);
});
