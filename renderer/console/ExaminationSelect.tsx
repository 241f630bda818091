import type { Examination } from '../../shared/contract/views.ts';
import { Select } from './Select.tsx';

interface ExaminationSelectProps {
  label: string;
  examinations: readonly Examination[];
  /** The examination's id. */
  value: string;
  onChange: (id: string) => void;
}

/** Which examination a page is about, each by its occupation and level. */
export function ExaminationSelect({ label, examinations, value, onChange }: ExaminationSelectProps) {
  const options = examinations.map(({ id, occupation, level }) => [id, `${occupation} ${level}`] as const);
  return <Select label={label} value={value} onChange={onChange} options={options} />;
}
