import type { WallPlace } from '../../../shared/contract/views.ts';
import { defineWords } from '../../ui/words.ts';
import type { AttentionReason } from './attention.ts';
import type { PlaceStatus } from './place-status.ts';

type StatusWords = Record<PlaceStatus, string>;
type IdentityWords = Record<WallPlace['identity'], string>;
type PhoneWords = Record<WallPlace['phone'], string>;
type ReasonWords = Record<AttentionReason, string>;

/** The states of a candidate and what may need a person, as the wall and the bigger view say them. */
export const statusWords = defineWords(
  {
    status: {
      not_registered: '未报考本场',
      not_signed_in: '未登录',
      signing_in: '正在登录',
      being_verified: '身份核验中',
      device_check: '设备检查中',
      waiting: '候考',
      answering: '作答中',
      handed_in: '已交卷',
      offline: '离线',
    } satisfies StatusWords as StatusWords,
    answeredOf: (answered: number, items: number) => `已答 ${answered}/${items} 题`,
    identity: {
      unchecked: '身份未核验',
      enrolment_pending: '首次拍照待确认',
      manual_pending: '身份待人工确认',
      verified: '身份已核验',
      refused: '身份被拒绝',
    } satisfies IdentityWords as IdentityWords,
    phone: { none: '手机未配对', live: '手机在线', lost: '手机中断' } satisfies PhoneWords as PhoneWords,
    violations: (count: number) => (count === 0 ? '无违规' : `违规 ${count} 次`),
    reason: {
      unwatched: '没有监考员，请分配',
      identity_waiting: '等待身份确认',
      hand_raised: '举手',
      offline: '离线',
      phone_lost: '手机中断',
      picture_frozen: '画面静止',
      new_violation: '新违规',
      not_looked: '久未查看',
    } satisfies ReasonWords as ReasonWords,
    camera: { front: '电脑画面', rear: '手机画面' },
    since: (clock: string) => `自 ${clock}`,
  },
  {
    status: {
      not_registered: 'Not in this session',
      not_signed_in: 'Not signed in',
      signing_in: 'Signing in',
      being_verified: 'Being verified',
      device_check: 'Device check',
      waiting: 'Waiting',
      answering: 'Answering',
      handed_in: 'Handed in',
      offline: 'Offline',
    },
    answeredOf: (answered, items) => `${answered}/${items} answered`,
    identity: {
      unchecked: 'Identity not checked',
      enrolment_pending: 'First photo to confirm',
      manual_pending: 'Identity to decide',
      verified: 'Identity verified',
      refused: 'Identity refused',
    },
    phone: { none: 'No phone', live: 'Phone live', lost: 'Phone lost' },
    violations: (count) => (count === 0 ? 'No violations' : count === 1 ? '1 violation' : `${count} violations`),
    reason: {
      unwatched: 'No proctor: assign one',
      identity_waiting: 'Identity waiting',
      hand_raised: 'Hand raised',
      offline: 'Offline',
      phone_lost: 'Phone lost',
      picture_frozen: 'Picture frozen',
      new_violation: 'New violation',
      not_looked: 'Not looked at for long',
    },
    camera: { front: 'Computer', rear: 'Phone' },
    since: (clock) => `since ${clock}`,
  },
);
