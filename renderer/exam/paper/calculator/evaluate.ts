import Big from 'big.js';
import { type Token, tokensOf } from './expression.ts';

/** Decimal digits that a division or a root is carried to; adding, subtracting and multiplying are exact. */
const CARRIED = 30;
/** Decimal digits that are shown, half up, so that 1 ÷ 3 × 3 is 1. */
const SHOWN = 12;
/** More digits than this are no examination's. */
const LONGEST = 300;

const Decimal = Big();
Decimal.DP = CARRIED;
Decimal.RM = Big.roundHalfUp;

export type CalculationFault = 'empty' | 'unreadable' | 'unfinished' | 'divided_by_zero' | 'negative_root' | 'too_long';
export type Calculation = { ok: true; value: string } | { ok: false; fault: CalculationFault };

class Impossible extends Error {
  readonly fault: CalculationFault;
  constructor(fault: CalculationFault) {
    super(fault);
    this.fault = fault;
  }
}

/**
 * Reads the tokens of one calculation as arithmetic has it: × and ÷ before + and −, from left to right; a percent sign
 * is a hundredth of what stands before it; a number before a bracket or a root is multiplied with it.
 */
function reader(tokens: readonly Token[]) {
  let at = 0;
  const isNext = (...signs: string[]): boolean => {
    const token = tokens[at];
    return token?.kind === 'sign' && signs.includes(token.sign);
  };
  const takes = (sign: string): boolean => {
    if (!isNext(sign)) return false;
    at += 1;
    return true;
  };

  function sum(): Big {
    let value = product();
    for (;;) {
      if (takes('+')) value = value.plus(product());
      else if (takes('-')) value = value.minus(product());
      else return value;
    }
  }

  function product(): Big {
    let value = signed();
    for (;;) {
      if (takes('×') || isNext('(', '√')) value = value.times(signed());
      else if (takes('÷')) {
        const divisor = signed();
        if (divisor.eq(0)) throw new Impossible('divided_by_zero');
        value = value.div(divisor);
      } else return value;
    }
  }

  function signed(): Big {
    if (takes('-')) return signed().neg();
    if (takes('+')) return signed();
    return root();
  }

  function root(): Big {
    if (!takes('√')) return percent();
    const value = root();
    if (value.lt(0)) throw new Impossible('negative_root');
    return value.sqrt();
  }

  function percent(): Big {
    let value = operand();
    while (takes('%')) value = value.div(100);
    return value;
  }

  function operand(): Big {
    const token = tokens[at];
    if (token?.kind === 'number') {
      at += 1;
      return new Decimal(token.text.replace(/^\./, '0.').replace(/\.$/, ''));
    }
    if (!takes('(')) throw new Impossible(token ? 'unreadable' : 'unfinished');
    const value = sum();
    if (!takes(')') && at < tokens.length) throw new Impossible('unreadable');
    // A bracket left open at the end is closed there, as every pocket calculator does.
    return value;
  }

  return {
    whole(): Big {
      const value = sum();
      if (at < tokens.length) throw new Impossible('unreadable');
      return value;
    },
  };
}

/** The value of what was typed, as plain digits, or what is wrong with it. */
export function calculate(expression: string): Calculation {
  const tokens = tokensOf(expression);
  if (!tokens) return { ok: false, fault: 'unreadable' };
  if (tokens.length === 0) return { ok: false, fault: 'empty' };
  if (expression.length > LONGEST) return { ok: false, fault: 'too_long' };
  try {
    const shown = reader(tokens).whole().round(SHOWN, Big.roundHalfUp);
    const value = shown.eq(0) ? '0' : shown.toFixed();
    return value.length > LONGEST ? { ok: false, fault: 'too_long' } : { ok: true, value };
  } catch (cause) {
    if (cause instanceof Impossible) return { ok: false, fault: cause.fault };
    throw cause;
  }
}
