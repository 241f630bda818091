/** The names of what the sound goes in to and comes out of now. Empty names mean that the page may not know them. */
export async function soundDevicesInUse(
  devices: Pick<MediaDevices, 'enumerateDevices'>,
  microphone: string | null,
): Promise<string[]> {
  const all = await devices.enumerateDevices();
  const outputs = all.filter(({ kind }) => kind === 'audiooutput');
  const used = outputs.find(({ deviceId }) => deviceId === 'default') ?? outputs[0];
  return [used?.label, microphone].filter((name) => name !== undefined && name !== null && name !== '') as string[];
}
