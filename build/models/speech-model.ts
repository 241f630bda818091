import { type NpmPackage, packageFiles } from './npm-package.ts';
import { type OnnxTensor, onnxConstants } from './onnx-constants.ts';

/** Origin and licence: assets/NOTICE.md. */
const SILERO: NpmPackage = {
  spec: '@ricky0123/vad-web@0.0.31',
  integrity: 'sha512-ePVq8TvB21sdHSxVMZOEIf9JVa7MAYpaIaNXeGgsPOiMCN8xbPCdF2LS5aYj7VRR3ZxzutedgV9ZplV65IA1Fg==',
};
const SILERO_FILE = 'dist/silero_vad_v5.onnx';

/** The model has a branch for 16 kHz and one for 8 kHz, which is half the work and hears a telephone's worth of a voice. */
const EIGHT_KHZ = 'If_0_else_branch__Inline_0__';
const LAYERS = 4;

/** A convolution's weights as they are read: for each channel it makes, for each place, all channels it takes. */
function byPlace({ shape, values }: OnnxTensor): Float32Array {
  const [made = 0, taken = 0, places = 0] = shape;
  const laid = new Float32Array(values.length);
  for (let out = 0; out < made; out += 1)
    for (let place = 0; place < places; place += 1)
      for (let channel = 0; channel < taken; channel += 1)
        laid[(out * places + place) * taken + channel] = values[(out * taken + channel) * places + place] ?? 0;
  return laid;
}

/** The numbers of Silero's network for 8 kHz, one after another, as `renderer/analyzers/speech/speech-net.ts` takes them: 32-bit floats. */
export function speechNumbers(model: Buffer): Buffer {
  const constants = onnxConstants(model);
  const tensor = (name: string): OnnxTensor => {
    const found = constants.get(`${EIGHT_KHZ}${name}`);
    if (!found) throw new Error(`the speech model has no ${name}`);
    return found;
  };
  const [input, hidden] = ['ih', 'hh'].map((of) => tensor(`decoder.rnn.bias_${of}`).values);
  const layers = Array.from({ length: LAYERS }, (_, layer) => `encoder.${layer}.reparam_conv`);
  const parts = [
    tensor('stft.forward_basis_buffer').values,
    ...layers.flatMap((layer) => [byPlace(tensor(`${layer}.weight`)), tensor(`${layer}.bias`).values]),
    tensor('decoder.rnn.weight_ih').values,
    tensor('decoder.rnn.weight_hh').values,
    Float32Array.from(input ?? [], (value, index) => value + (hidden?.[index] ?? 0)),
    tensor('decoder.decoder.2.weight').values,
    tensor('decoder.decoder.2.bias').values,
  ];
  return Buffer.concat(parts.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)));
}

export async function makeSpeechModel(): Promise<Buffer> {
  const [model] = await packageFiles(SILERO, [SILERO_FILE]);
  if (!model) throw new Error('a package lacks its model');
  return speechNumbers(model);
}
