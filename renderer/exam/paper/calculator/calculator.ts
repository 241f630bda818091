import { createObservable, type Observable } from '../../observable.ts';
import { type CalculationFault, calculate } from './evaluate.ts';

export interface TapeLine {
  id: number;
  expression: string;
  value: string;
}

export interface CalculatorState {
  /** Newest last. */
  tape: readonly TapeLine[];
  /** Null while nothing is in the memory. */
  memory: string | null;
  fault: CalculationFault | null;
}

export interface Calculator extends Observable<CalculatorState> {
  /** Works it out and writes it on the tape; the value, or null with `fault` set. */
  work(expression: string): string | null;
  /** Adds to the memory, or takes from it, what the expression is worth. */
  remember(sign: '+' | '-', expression: string): void;
  forget(): void;
  clearTape(): void;
  /** What is typed is another thing now: what was said of it no longer holds. */
  forgive(): void;
}

/** As many lines as a person scrolls through. */
const TAPE_LENGTH = 50;

/** The calculator that lies on the desk: its tape and memory last for the whole paper, shown or not. */
export function createCalculator(): Calculator {
  const state = createObservable<CalculatorState>({ tape: [], memory: null, fault: null });
  let lines = 0;

  function worthOf(expression: string): string | null {
    const result = calculate(expression);
    state.patch({ fault: result.ok ? null : result.fault });
    return result.ok ? result.value : null;
  }

  return {
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    work(expression) {
      const value = worthOf(expression);
      if (value === null) return null;
      lines += 1;
      const line = { id: lines, expression: expression.trim(), value };
      state.patch({ tape: [...state.state.tape, line].slice(-TAPE_LENGTH) });
      return value;
    },
    remember(sign, expression) {
      const value = worthOf(expression);
      if (value !== null) state.patch({ memory: worthOf(`${state.state.memory ?? '0'} ${sign} (${value})`) });
    },
    forget: () => state.patch({ memory: null }),
    clearTape: () => state.patch({ tape: [] }),
    forgive: () => state.patch({ fault: null }),
  };
}
