const two = (value: number): string => String(value).padStart(2, '0');

/** Time left as `mm:ss`, or `h:mm:ss` from an hour on; a started second counts. */
export function leftText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const tail = `${two(minutes)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

/** Time of day in the examination's own zone, whatever this computer believes to be in (TIME-3). */
export function clockText(at: number, withSeconds = false): string {
  return new Date(at).toLocaleTimeString('zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    ...(withSeconds ? { second: '2-digit' } : {}),
    hour12: false,
    timeZone: 'Asia/Shanghai',
  });
}

/** A deadline as a notice writes it: midnight belongs to the day that ends, e.g. `9月29日 24:00`. */
export function deadlineText(at: number): string {
  const time = new Date(at).toLocaleTimeString('sv-SE', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Shanghai',
  });
  return time === '00:00' ? `${dayText(at - 1)} 24:00` : `${dayText(at)} ${time}`;
}

/** Month and day in the examination's own zone, e.g. `9月26日`. */
export function dayText(at: number): string {
  return new Date(at).toLocaleDateString('zh-CN', { month: 'long', day: 'numeric', timeZone: 'Asia/Shanghai' });
}
