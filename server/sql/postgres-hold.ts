import { EventEmitter, once } from 'node:events';
import pg from 'pg';
import { DatabaseInUse } from './database-refused.ts';

/** "YUNKAO" in ASCII: the advisory lock that stands for the whole database. */
const LOCK = '98230021997391';
const AGAIN_MS = 500;
/** Longer than PostgreSQL takes to notice that the process which held the lock is gone. */
const GIVE_UP_MS = 45_000;
/** A request waits this long for the database to be held again: longer than it takes, shorter than a client waits. */
const WAIT_MS = 5_000;
/** By which it notices: a first question after 10 s of silence, three more 5 s apart. */
const NOTICE = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3';

export interface HoldOptions {
  /** With other processes of the same exam centre, and with nobody else. */
  shared: boolean;
  /** The hold was lost and another server has it now: this one has to end. */
  onTaken(): void;
  /** Something that heals by itself or by the operator, for the log. */
  onTrouble(text: string, cause?: unknown): void;
}

/** The database is this process's, or this exam centre's, alone for as long as one connection of its own holds a lock in it. */
export interface DatabaseHold {
  /**
   * Resolves at once, or as soon as the broken connection has been replaced: until then another server could have the
   * database. Throws when that takes long.
   */
  held(): Promise<void>;
  release(): Promise<void>;
}

/**
 * The counterpart of `lockDirectory`: PostgreSQL frees the lock when the connection ends, however it ends. When it breaks
 * while this process lives, nothing is read or written until it is held again, for which requests wait a moment; is it
 * another's then, `onTaken` is called.
 * `check` sees the first connection. Throws `DatabaseInUse`.
 */
export async function holdPostgres(
  url: string,
  check: (client: pg.Client) => Promise<void>,
  { shared, onTaken, onTrouble }: HoldOptions,
): Promise<DatabaseHold> {
  const lock = shared ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock';
  let client: pg.Client | null = null;
  let released = false;
  let lostAt = 0;
  let timer: NodeJS.Timeout | undefined;
  // Everybody who asks while it is not held waits for the same news.
  const news = new EventEmitter().setMaxListeners(0);

  /** True when this process has the lock now. */
  const take = async (first: boolean): Promise<boolean> => {
    const trying = new pg.Client({ connectionString: url, options: NOTICE, keepAlive: true });
    trying.on('error', () => {});
    await trying.connect();
    try {
      if (first) await check(trying);
      const { rows } = await trying.query<{ taken: boolean }>(`select ${lock}($1) as taken`, [LOCK]);
      if (!rows[0]?.taken || released) {
        await trying.end();
        return false;
      }
    } catch (cause) {
      await trying.end();
      throw cause;
    }
    client = trying;
    trying.once('end', () => lose(trying));
    news.emit('settled');
    return true;
  };
  const takeAgain = async () => {
    try {
      if (await take(false)) return onTrouble('the database is held again');
      // Whoever has it may be this process's own broken connection, of which PostgreSQL does not know yet.
      if (!released && Date.now() - lostAt > GIVE_UP_MS) return onTaken();
    } catch (cause) {
      lostAt = Date.now();
      onTrouble('the database cannot be reached', cause);
    }
    if (!released) timer = setTimeout(() => void takeAgain(), AGAIN_MS);
  };
  const lose = (from: pg.Client) => {
    if (released || client !== from) return;
    client = null;
    lostAt = Date.now();
    onTrouble('the connection that holds the database broke; nothing is taken until it is held again');
    void takeAgain();
  };

  if (!(await take(true)))
    throw new DatabaseInUse('another server is using this database; stop it or name another with --postgres');
  return {
    async held() {
      if (client !== null) return;
      if (!released) await once(news, 'settled', { signal: AbortSignal.timeout(WAIT_MS) }).catch(() => {});
      if (client === null) throw new Error('the database is not held: its connection broke and is not back yet');
    },
    async release() {
      released = true;
      clearTimeout(timer);
      news.emit('settled');
      await client?.end();
    },
  };
}
