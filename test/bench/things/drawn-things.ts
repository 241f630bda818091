/** Drawn upright in a box of `width` × `height`, from its upper left. */
type Draw = (context: OffscreenCanvasRenderingContext2D, width: number, height: number) => void;

export interface Thing {
  kind: 'phone' | 'book';
  /** Width as a share of its height. */
  shape: number;
  draw: Draw;
}

const rounded = (context: OffscreenCanvasRenderingContext2D, x: number, y: number, w: number, h: number, r: number) => {
  context.beginPath();
  context.roundRect(x, y, w, h, r);
  context.fill();
};

/** A lit screen with tiles on it. */
const screen =
  (body: string, back: string): Draw =>
  (context, width, height) => {
    context.fillStyle = body;
    rounded(context, 0, 0, width, height, width * 0.14);
    context.fillStyle = back;
    rounded(context, width * 0.05, height * 0.03, width * 0.9, height * 0.94, width * 0.1);
    const side = width * 0.15;
    for (let row = 0; row < 5; row += 1) {
      for (let column = 0; column < 4; column += 1) {
        context.fillStyle = `hsl(${(row * 97 + column * 61) % 360} 70% 55%)`;
        rounded(context, width * (0.12 + 0.2 * column), height * (0.12 + 0.13 * row), side, side, side / 4);
      }
    }
  };

/** A page of text, as somebody reads it on a phone. */
const reading: Draw = (context, width, height) => {
  context.fillStyle = '#101012';
  rounded(context, 0, 0, width, height, width * 0.14);
  context.fillStyle = '#f4f4f2';
  rounded(context, width * 0.05, height * 0.03, width * 0.9, height * 0.94, width * 0.1);
  context.fillStyle = '#444';
  for (let line = 0; line < 22; line += 1)
    context.fillRect(
      width * 0.12,
      height * (0.1 + 0.037 * line),
      width * (line % 5 === 4 ? 0.4 : 0.76),
      height * 0.012,
    );
};

/** What is seen of a phone that is held to the ear or looked at. */
const phoneBack =
  (colour: string): Draw =>
  (context, width, height) => {
    context.fillStyle = colour;
    rounded(context, 0, 0, width, height, width * 0.14);
    context.fillStyle = 'rgb(0 0 0 / 0.35)';
    rounded(context, width * 0.07, height * 0.04, width * 0.42, width * 0.45, width * 0.1);
    context.fillStyle = '#0b0b0d';
    for (const [x, y] of [
      [0.18, 0.09],
      [0.18, 0.19],
      [0.38, 0.14],
    ] as const) {
      context.beginPath();
      context.arc(width * x, height * y, width * 0.075, 0, 2 * Math.PI);
      context.fill();
    }
  };

/** Two pages, a fold between. */
const openBook: Draw = (context, width, height) => {
  context.fillStyle = '#f1ece0';
  context.fillRect(0, 0, width, height);
  const fold = context.createLinearGradient(width * 0.42, 0, width * 0.58, 0);
  fold.addColorStop(0, 'rgb(0 0 0 / 0)');
  fold.addColorStop(0.5, 'rgb(0 0 0 / 0.45)');
  fold.addColorStop(1, 'rgb(0 0 0 / 0)');
  context.fillStyle = fold;
  context.fillRect(width * 0.42, 0, width * 0.16, height);
  context.fillStyle = '#555';
  for (const left of [0.06, 0.55])
    for (let line = 0; line < 20; line += 1)
      context.fillRect(
        width * left,
        height * (0.07 + 0.043 * line),
        width * (line % 6 === 5 ? 0.22 : 0.37),
        height * 0.014,
      );
};

const cover =
  (colour: string): Draw =>
  (context, width, height) => {
    context.fillStyle = '#e9e4d6';
    context.fillRect(0, 0, width, height);
    context.fillStyle = colour;
    context.fillRect(0, 0, width * 0.97, height * 0.985);
    context.fillStyle = 'rgb(0 0 0 / 0.25)';
    context.fillRect(0, 0, width * 0.06, height);
    context.fillStyle = '#f3e9c9';
    context.fillRect(width * 0.2, height * 0.18, width * 0.6, height * 0.05);
    context.fillRect(width * 0.3, height * 0.27, width * 0.4, height * 0.03);
  };

export const DRAWN: Readonly<Record<string, Thing>> = {
  'drawn phone, tiles': { kind: 'phone', shape: 0.48, draw: screen('#111', '#1d3b66') },
  'drawn phone, text': { kind: 'phone', shape: 0.48, draw: reading },
  'drawn phone, black back': { kind: 'phone', shape: 0.48, draw: phoneBack('#1b1c20') },
  'drawn phone, white back': { kind: 'phone', shape: 0.48, draw: phoneBack('#d9dade') },
  'drawn book, open': { kind: 'book', shape: 1.4, draw: openBook },
  'drawn book, red cover': { kind: 'book', shape: 0.7, draw: cover('#8f2a2a') },
  'drawn book, blue cover': { kind: 'book', shape: 0.7, draw: cover('#23456f') },
};
