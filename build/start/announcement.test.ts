import { expect, it } from 'vitest';
import { liveSession } from '../../shared/domain/session.fixture.ts';
import { announcement } from './announcement.ts';

const text = announcement({
  origins: ['https://127.0.0.1:8443', 'https://192.168.1.5:8443'],
  fingerprint: 'ab'.repeat(32),
  accounts: {
    candidates: [
      { admissionNo: 'LD1', identityNo: '21010219900101000X', name: '王晓宁', photo: 'LD1.jpg' },
      { admissionNo: 'LD2', identityNo: '210102199203030006', name: '张文博', photo: null },
    ],
    staff: [{ login: 'proctor1', name: '陈静', role: 'proctor', password: 'secret' }],
  },
  examinations: [
    {
      ...{ id: 'e', title: '鉴定', occupation: '育婴员', level: '四级', dutyPhone: '1', complaintPhone: '2' },
      ...{ components: [], betweenSessions: 'locked', replanned: [], retentionDays: 180 },
      answerFile: { offerAfterMs: 600_000, bringWithinMs: 86_400_000 },
      sessions: [liveSession('s', 60_000, 120_000, { title: '理论知识考试' })],
    },
  ],
  dataDir: '/data',
  evidenceKey: '/data.key',
});

it.each([
  ...['https://127.0.0.1:8443/console/', 'https://192.168.1.5:8443/console/'],
  ...['https://192.168.1.5:8443/phone/', 'https://192.168.1.5:8443/results/'],
])('gives the address %s', (address) => expect(text).toContain(address));

it('says where the key lies without which no recording can be read', () => {
  expect(text).toMatch(/请另存一份[^\n]*\n +\/data[.]key\n/);
});

it('gives every account what it signs in with', () => {
  expect(text).toMatch(/LD1 +21010219900101000X/);
  expect(text).toMatch(/proctor1 +secret/);
});

it('tells apart who has a registered photo and who must be confirmed by a proctor', () => {
  const line = (start: string): string | undefined => text.split('\n').find((each) => each.includes(start));
  expect(line('LD1')).not.toContain('no photo');
  expect(line('LD2')).toContain('no photo');
});

it('gives the session times, the fingerprint and the data directory', () => {
  expect(text).toContain('理论知识考试');
  expect(text).toContain('ab'.repeat(32));
  expect(text).toContain('/data');
});
