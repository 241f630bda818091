/**
 * Every socket.io event, as data. Three namespaces, one a role; the handshake's `auth` is `{ token, protocol }`.
 * Each event a client sends is answered through its acknowledgement with `Reply`: `{ ok: true, value }` or
 * `{ ok: false, reason, params }`. Events the server sends carry one argument and want no answer.
 */
import * as z from 'zod';
import { PHONE_ENDS } from '../domain/pairing.ts';
import { PHONE_TROUBLES } from '../domain/phone-watch.ts';
import { WATCHED_KINDS } from '../domain/violations/watched-kinds.ts';
import { CursorSchema, EntryBatchSchema, Id, Time } from './entries.ts';
import type { Refusal } from './http.ts';
import { StillTakenSchema, stillRequest } from './still.ts';
import {
  AttemptEventSchema,
  AttemptSchema,
  CameraSchema,
  ExaminationSchema,
  IceServerSchema,
  MessageSchema,
  PaperKeySchema,
  StageSchema,
  ViewGradeSchema,
  WallPlaceSchema,
} from './views.ts';

export type Reply<Value> = { ok: true; value: Value } | ({ ok: false } & Refusal);

const nothing = z.object({});

/** An opaque WebRTC signal (offer, answer, ICE candidate) of one view; the server passes it on unread. */
const SignalSchema = z.object({ viewId: Id, data: z.unknown() });

/** What one viewer wants of one camera; `wall` without sound until it says so. */
export const QualitySchema = z.object({ viewId: Id, grade: ViewGradeSchema, sound: z.boolean() });
export type Quality = z.infer<typeof QualitySchema>;

/** Events both publishers (exam window, phone) are sent about viewers of their camera. */
const publisherEvents = {
  /**
   * A viewer asks for this camera: start as the initiator of a peer for `viewId`. A known id means: recreate it, unless the
   * peer named by `peerId` still stands: a broken line to the centre need not break the picture.
   */
  'view.start': z.object({ viewId: Id, iceServers: z.array(IceServerSchema), peerId: Id.nullable() }),
  'view.quality': QualitySchema,
  'view.stop': z.object({ viewId: Id }),
  signal: SignalSchema,
};

const clockPing = { body: nothing, reply: z.object({ serverTime: Time }) };
const signalUp = { body: SignalSchema, reply: nothing };

export const candidateSocket = {
  namespace: '/candidate',
  /** Client to server. */
  requests: {
    'clock.ping': clockPing,
    /** Each entry is stored once (ANS-2); a fenced epoch is refused with `signed_in_elsewhere` but kept (ANS-5). */
    'entries.append': { body: EntryBatchSchema, reply: CursorSchema },
    'stage.report': { body: z.object({ stage: StageSchema }), reply: nothing },
    /** A hole in the recording with its cause, for the gap ledger (CAM-1). */
    'gap.report': {
      body: z.object({ camera: CameraSchema, from: Time, durationMs: z.number(), cause: z.string().max(100) }),
      reply: nothing,
    },
    /** How the computer's own clock stands against the server's: when it is wrong, and when that changes (TIME-3). */
    'clock.drift': {
      body: z.object({
        wallOffsetMs: z.number(),
        zoneOffsetMinutes: z.number(),
        uncertaintyMs: z.number().nonnegative(),
      }),
      reply: nothing,
    },
    /** The computer slept, which its monotonic clock did not count; told once it is awake and online. */
    'computer.slept': { body: z.object({ until: Time, durationMs: z.number().nonnegative() }), reply: nothing },
    /** The candidate asks for the proctor, or asks no more (HAND-1). */
    'hand.raise': { body: z.object({ raised: z.boolean() }), reply: nothing },
    /** What the examination wants looked for and this computer does not look for now; empty once all of it is again. */
    'watch.report': { body: z.object({ undone: z.array(z.enum(WATCHED_KINDS)) }), reply: nothing },
    /** The candidate leaves the exam window on purpose before handing in. */
    'shell.left': { body: z.object({ reason: z.string().max(200) }), reply: nothing },
    signal: signalUp,
  },
  /** Server to client. */
  events: {
    'attempt.changed': AttemptSchema,
    /** A session was planned anew (TIME-5): the candidate's own sessions as they are now. */
    'examination.changed': ExaminationSchema,
    message: MessageSchema,
    /** Right after each connection: where the server sees this computer, to tell one network from another. */
    'network.seen': z.object({ address: z.string() }),
    /** A session starts now: what opens its paper. */
    'paper.key': PaperKeySchema,
    /** Another computer took this attempt over: stop writing, say so (ANS-5). The socket closes after it. */
    fenced: z.object({ at: Time }),
    ...publisherEvents,
  },
} as const;

export const phoneSocket = {
  namespace: '/phone',
  requests: {
    'clock.ping': clockPing,
    /**
     * Every second, and at once when it changes: frames seen since the page opened, so that a live but frozen track shows;
     * what keeps the camera from working now, and what did until a moment ago; battery 0..1.
     */
    heartbeat: {
      body: z.object({
        frames: z.number().int(),
        trouble: z.enum(PHONE_TROUBLES).nullable(),
        was: z.enum(PHONE_TROUBLES).nullable(),
        battery: z.number().min(0).max(1).nullable(),
        charging: z.boolean().nullable(),
      }),
      reply: nothing,
    },
    /** What this phone could not keep or record, with its cause, for the ledger of its camera (CAM-1). */
    'gap.report': {
      body: z.object({ from: Time, durationMs: z.number().nonnegative(), cause: z.string().max(100) }),
      reply: nothing,
    },
    /** At most one is under way. Refused with `too_early` when the one before came a moment ago. */
    still: stillRequest,
    signal: signalUp,
  },
  events: {
    /** Handed in, replaced by another phone, or the exam goes on at another computer: stop the camera and say which. */
    ended: z.object({ why: z.enum(PHONE_ENDS) }),
    ...publisherEvents,
  },
} as const;

export const staffSocket = {
  namespace: '/staff',
  requests: {
    'clock.ping': clockPing,
    /** Whole wall, in a stable order, and the latest events; changes follow as events. */
    'wall.join': {
      body: nothing,
      reply: z.object({ places: z.array(WallPlaceSchema), events: z.array(AttemptEventSchema) }),
    },
    /**
     * Opens, or after a failure recreates, a live view. `peerId`: the peer whose pictures still arrive, to be kept. Refused
     * with `not_found` when that camera is not connected.
     */
    'view.open': {
      body: z.object({ viewId: Id, attemptId: Id, camera: CameraSchema, peerId: Id.nullable() }),
      reply: nothing,
    },
    'view.quality': { body: QualitySchema, reply: nothing },
    'view.close': { body: z.object({ viewId: Id }), reply: nothing },
    'message.send': {
      /** `attemptId` null: to every candidate of the room. */
      body: z.object({ attemptId: Id.nullable(), text: z.string().min(1).max(500) }),
      reply: MessageSchema,
    },
    signal: signalUp,
  },
  events: {
    'place.changed': WallPlaceSchema,
    /** A session was planned anew (TIME-5). */
    'examination.changed': ExaminationSchema,
    /** A proctor's candidates are others now: the wall is to be joined again (ASG-1). */
    'wall.changed': nothing,
    'event.added': AttemptEventSchema,
    /** A camera connected (again) or went: the wall opens or retries its view at once. */
    'camera.changed': z.object({ attemptId: Id, camera: CameraSchema, connected: z.boolean() }),
    'still.taken': StillTakenSchema,
    signal: SignalSchema,
  },
} as const;

type SocketContract = {
  requests: Record<string, { body: z.ZodType; reply: z.ZodType }>;
  events: Record<string, z.ZodType>;
};
export type RequestName<Contract extends SocketContract> = keyof Contract['requests'] & string;
export type RequestBody<Contract extends SocketContract, Name extends RequestName<Contract>> = z.input<
  Contract['requests'][Name]['body']
>;
export type RequestReply<Contract extends SocketContract, Name extends RequestName<Contract>> = z.output<
  Contract['requests'][Name]['reply']
>;
export type EventName<Contract extends SocketContract> = keyof Contract['events'] & string;
export type EventPayload<Contract extends SocketContract, Name extends EventName<Contract>> = z.output<
  Contract['events'][Name]
>;

/** socket.io's listener maps, derived from a contract. */
export type ClientToServer<Contract extends SocketContract> = {
  [Name in RequestName<Contract>]: (
    body: RequestBody<Contract, Name>,
    acknowledge: (reply: Reply<RequestReply<Contract, Name>>) => void,
  ) => void;
};
export type ServerToClient<Contract extends SocketContract> = {
  [Name in EventName<Contract>]: (payload: EventPayload<Contract, Name>) => void;
};
export type CandidateSocket = typeof candidateSocket;
export type PhoneSocket = typeof phoneSocket;
export type StaffSocket = typeof staffSocket;
