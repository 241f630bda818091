/** What both views are drawn with. Everything is in the scene's own units, 320 by 240. */
export type Brush = CanvasRenderingContext2D;
type Point = readonly [x: number, y: number];

export function box(brush: Brush, colour: string, x: number, y: number, width: number, height: number): void {
  brush.fillStyle = colour;
  brush.fillRect(x, y, width, height);
}

export function oval(brush: Brush, colour: string, [x, y]: Point, width: number, height = width): void {
  brush.fillStyle = colour;
  brush.beginPath();
  brush.ellipse(x, y, width, height, 0, 0, Math.PI * 2);
  brush.fill();
}

export function shape(brush: Brush, colour: string, ...points: Point[]): void {
  brush.fillStyle = colour;
  brush.beginPath();
  for (const [x, y] of points) brush.lineTo(x, y);
  brush.closePath();
  brush.fill();
}

/** A line with round ends: limbs, bands, glasses. */
export function stroke(brush: Brush, colour: string, width: number, ...points: Point[]): void {
  Object.assign(brush, { strokeStyle: colour, lineWidth: width, lineCap: 'round', lineJoin: 'round' });
  brush.beginPath();
  for (const [x, y] of points) brush.lineTo(x, y);
  brush.stroke();
}

export function bow(
  brush: Brush,
  colour: string,
  width: number,
  [x, y]: Point,
  radius: number,
  [from, to]: readonly [number, number],
): void {
  Object.assign(brush, { strokeStyle: colour, lineWidth: width, lineCap: 'round' });
  brush.beginPath();
  brush.arc(x, y, radius, from * Math.PI, to * Math.PI);
  brush.stroke();
}

/** Shoulders and chest from the neck down to `bottom`. */
export function torso(brush: Brush, colour: string, [x, y]: Point, halfWidth: number, bottom: number): void {
  brush.fillStyle = colour;
  brush.beginPath();
  brush.moveTo(x - halfWidth, bottom);
  brush.bezierCurveTo(x - halfWidth, y + 16, x - halfWidth * 0.7, y + 6, x - halfWidth * 0.3, y);
  brush.lineTo(x + halfWidth * 0.3, y);
  brush.bezierCurveTo(x + halfWidth * 0.7, y + 6, x + halfWidth, y + 16, x + halfWidth, bottom);
  brush.closePath();
  brush.fill();
}
