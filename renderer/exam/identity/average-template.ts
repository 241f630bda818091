/** The mean direction of several templates of one face: steadier than any one frame. Equal lengths, unit length out. */
export function averageTemplate(templates: readonly (readonly number[])[]): number[] {
  const [first] = templates;
  if (!first) throw new RangeError('no template to average');
  const sum = first.map((_, index) => templates.reduce((total, template) => total + (template[index] ?? 0), 0));
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}
