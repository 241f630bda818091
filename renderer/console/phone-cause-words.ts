import type { PhoneCause } from '../../shared/domain/phone-watch.ts';
import { defineWords } from '../ui/words.ts';

type PhoneCauseWords = Record<PhoneCause, string>;

/** Why a phone was, or may soon be, no second view: in events, in the ledger and beside the candidate's name. */
export const phoneCauseWords = defineWords<PhoneCauseWords>(
  {
    hidden: '手机切到后台或锁屏',
    locked: '手机锁屏',
    closed: '手机页面被关闭',
    camera_taken: '来电或其他应用占用手机摄像头',
    camera_refused: '手机摄像头权限被关闭',
    camera_missing: '手机找不到摄像头',
    frozen: '画面静止',
    disconnected: '网络断开',
    network_changed: '手机更换网络',
    silent: '手机无响应',
    battery_empty: '手机可能没电',
    battery_low: '手机电量低',
  },
  {
    hidden: 'phone locked or in the background',
    locked: 'phone locked',
    closed: 'page on the phone closed',
    camera_taken: 'call or another app has the phone’s camera',
    camera_refused: 'camera of the phone not allowed any more',
    camera_missing: 'phone finds no camera',
    frozen: 'picture frozen',
    disconnected: 'network lost',
    network_changed: 'phone changed networks',
    silent: 'phone does not answer',
    battery_empty: 'phone probably out of power',
    battery_low: 'phone’s battery low',
  },
);
