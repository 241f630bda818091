import { describe, expect, it } from 'vitest';
import { limitVideo } from './bandwidth-line.ts';

describe('bandwidth line', () => {
  it('limits the video section alone, right after its connection line (RFC 8866 section 5)', () => {
    const section = (media: string) => `m=${media} 9 UDP/TLS/RTP/SAVPF 96\r\nc=IN IP4 0.0.0.0\r\na=mid:0\r\n`;
    expect(limitVideo(`v=0\r\n${section('audio')}${section('video')}`, 600)).toBe(
      `v=0\r\n${section('audio')}m=video 9 UDP/TLS/RTP/SAVPF 96\r\nc=IN IP4 0.0.0.0\r\nb=AS:600\r\na=mid:0\r\n`,
    );
  });
});
