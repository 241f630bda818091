import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Measures } from '../services/ports.ts';

/** Seconds. Fine around 250 ms, which an acknowledgement shall not take, and around the 10 s after which a window tries anew. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export interface Metrics extends Measures {
  /** Whatever is asked for at the moment of reading. */
  gauge(name: string, help: string, read: () => Promise<Record<string, number>> | Record<string, number>): void;
  /** All figures in Prometheus' text format 0.0.4. */
  text(): Promise<{ type: string; text: string }>;
}

/** What the exam centre says of itself to whoever runs it: how long it takes to answer, who is connected, what is left of the disk. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'yunkao_' });
  const answers = new Histogram({
    name: 'yunkao_answer_seconds',
    help: 'From a request to its answer, which for entries is their acknowledgement',
    labelNames: ['transport', 'request', 'outcome'],
    buckets: SECONDS,
    registers,
  });
  return {
    answered(transport, request, outcome, ms) {
      answers.observe({ transport, request, outcome }, ms / 1_000);
    },
    gauge(name, help, read) {
      new Gauge({
        ...{ name, help, labelNames: ['of'], registers },
        async collect() {
          for (const [of, value] of Object.entries(await read())) this.set({ of }, value);
        },
      });
    },
    text: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}
