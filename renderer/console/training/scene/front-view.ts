import type { Look } from './look.ts';
import { type Pose, poseOf, type Shown } from './pose.ts';
import { type Brush, bow, box, oval, stroke, torso } from './shapes.ts';

const HEAD = { x: 160, y: 112, width: 36, height: 46 };

/** The computer's camera: the candidate from the front. */
export function drawFront(brush: Brush, shown: Shown): void {
  const { look, scene, elapsedMs, now } = shown;
  if (scene === 'camera_blocked') {
    drawBlocked(brush, now);
    return;
  }
  const pose = poseOf(shown);
  drawRoom(brush, look);
  if (scene === 'second_person') drawOther(brush, look, Math.min(1, elapsedMs / 1_500));
  drawChair(brush);
  if (!pose.present) return;
  brush.save();
  brush.translate(HEAD.x + pose.x, HEAD.y + pose.y);
  brush.scale(pose.scale, pose.scale);
  brush.translate(-HEAD.x, -HEAD.y);
  torso(brush, look.shirt, [HEAD.x, 172], 78, 260);
  drawHead(brush, look, pose);
  if (scene === 'headphones') drawHeadphones(brush);
  drawArms(brush, look, pose);
  brush.restore();
  // A lit screen below shines on whoever looks down at it.
  if (scene === 'phone') drawGlow(brush, 160 + look.side * 14);
}

function drawGlow(brush: Brush, x: number): void {
  const glow = brush.createRadialGradient(x, 240, 6, x, 240, 84);
  glow.addColorStop(0, 'rgba(205, 225, 255, 0.6)');
  glow.addColorStop(1, 'rgba(205, 225, 255, 0)');
  brush.fillStyle = glow;
  brush.fillRect(0, 150, 320, 90);
}

/** Something lies over the lens: hardly any light, and no edge. */
function drawBlocked(brush: Brush, now: number): void {
  const glow = brush.createRadialGradient(250, 40, 8, 210, 80, 240);
  const light = 46 + Math.round(5 * Math.sin(now / 900));
  glow.addColorStop(0, `rgb(${light + 44}, ${light + 16}, ${light + 2})`);
  glow.addColorStop(1, '#150d0b');
  brush.fillStyle = glow;
  brush.fillRect(0, 0, 320, 240);
}

function drawRoom(brush: Brush, { wall, behind }: Look): void {
  box(brush, wall, 0, 0, 320, 240);
  box(brush, 'rgba(0, 0, 0, 0.05)', 0, 196, 320, 44);
  if (behind === 'window') {
    box(brush, '#f5f3ec', 20, 14, 84, 92);
    box(brush, '#b9d7e8', 26, 20, 34, 80);
    box(brush, '#b9d7e8', 64, 20, 34, 80);
  }
  if (behind === 'shelf') {
    box(brush, '#8b6b4a', 222, 18, 84, 6);
    box(brush, '#8b6b4a', 222, 62, 84, 6);
    for (const [at, colour] of ['#7d4a42', '#4f6b57', '#b09a5f', '#52607a', '#7b5d7c'].entries()) {
      box(brush, colour, 228 + at * 15, 30, 11, 32);
    }
  }
  if (behind === 'picture') {
    box(brush, '#6b5a48', 228, 24, 66, 50);
    box(brush, '#a9bfa6', 233, 29, 56, 40);
    oval(brush, '#e5cf8a', [274, 42], 7);
  }
}

function drawChair(brush: Brush): void {
  box(brush, '#3d4147', 104, 128, 112, 120);
  box(brush, '#50555c', 111, 136, 98, 112);
}

/** Who else is in the room, half into the picture. */
function drawOther(brush: Brush, { side, hair }: Look, part: number): void {
  const x = 160 + side * (190 - part * 88);
  torso(brush, '#a4603f', [x, 112], 52, 240);
  oval(brush, '#e0b48d', [x, 74], 26, 33);
  oval(brush, hair === '#1d1a1a' ? '#4a3a2d' : '#1d1a1a', [x, 58], 28, 22);
  oval(brush, '#e0b48d', [x, 82], 22, 24);
  for (const eye of [-1, 1]) oval(brush, '#222222', [x + eye * 9 - side * 5, 78], 2.2, 2.6);
  stroke(brush, '#8d4f3f', 2, [x - side * 4 - 5, 94], [x - side * 4 + 5, 94]);
}

function drawHead(brush: Brush, look: Look, { yaw, pitch, eyesShut }: Pose): void {
  const { x, y, width, height } = HEAD;
  const { skin, shade, hair, hairstyle, glasses } = look;
  if (hairstyle === 'long') box(brush, hair, x - 42, y - 14, 84, 84);
  box(brush, shade, x - 13, y + 36, 26, 30);
  if (hairstyle === 'bun') oval(brush, hair, [x - yaw * 10, y - 54], 17, 14);
  // The farther ear goes behind the head as it turns.
  if (yaw < 0.5) oval(brush, shade, [x - width - 1 + yaw * 8, y + 6], 6, 10);
  if (yaw > -0.5) oval(brush, shade, [x + width + 1 + yaw * 8, y + 6], 6, 10);
  oval(brush, hair, [x - yaw * 5, y - 12 + pitch * 8], width + 5, height - 6);
  oval(brush, skin, [x + yaw * 5, y + 4 + pitch * 5], width, height - pitch * 4);
  oval(brush, hair, [x + yaw * 2, y - 36 + pitch * 14], width - 1, 15 + pitch * 8);
  const middle = x + yaw * 24;
  const line = y + 2 + pitch * 20;
  for (const eye of [-1, 1]) {
    // Turned away, the eye on that side is seen less of.
    const apart = 15 * (1 - Math.abs(yaw) * 0.35);
    const at = middle + eye * apart;
    const narrow = 1 - Math.max(0, yaw * eye) * 0.5;
    if (eyesShut || pitch > 0.55) {
      stroke(brush, '#3b2b25', 2, [at - 6 * narrow, line + 1], [at + 6 * narrow, line + 1]);
    } else {
      oval(brush, '#ffffff', [at, line], 6.5 * narrow, 4);
      oval(brush, '#20201f', [at + yaw * 3, line + pitch * 2], 2.8 * narrow, 3.2);
    }
    stroke(brush, hair, 2.4, [at - 7 * narrow, line - 9], [at + 7 * narrow, line - 10]);
    if (glasses) bow(brush, '#3a3d42', 1.8, [at, line], 10 * Math.max(0.6, narrow), [0, 2]);
  }
  if (glasses) stroke(brush, '#3a3d42', 1.8, [middle - 5, line - 1], [middle + 5, line - 1]);
  stroke(brush, shade, 3, [middle + yaw * 4, line + 6], [middle + yaw * 9, line + 17], [middle + yaw * 3, line + 18]);
  stroke(brush, '#a35b50', 2.6, [middle - 8, line + 28], [middle, line + 29], [middle + 8, line + 28]);
}

function drawHeadphones(brush: Brush): void {
  const { x, y, width } = HEAD;
  bow(brush, '#25282d', 8, [x, y + 2], width + 8, [1.02, 1.98]);
  for (const ear of [-1, 1]) {
    oval(brush, '#25282d', [x + ear * (width + 6), y + 8], 11, 18);
    oval(brush, '#5a6069', [x + ear * (width + 8), y + 8], 6, 11);
  }
}

function drawArms(brush: Brush, { skin, shade, shirt, side }: Look, { arms }: Pose): void {
  if (arms === 'up') {
    for (const arm of [-1, 1]) {
      stroke(brush, shirt, 24, [160 + arm * 62, 206], [160 + arm * 82, 120], [160 + arm * 40, 48]);
      oval(brush, skin, [160 + arm * 34, 40], 13);
    }
  }
  if (arms === 'chin') {
    stroke(brush, shirt, 24, [160 + side * 66, 244], [160 + side * 44, 190]);
    oval(brush, shade, [160 + side * 27, 164], 15, 17);
    oval(brush, skin, [160 + side * 26, 161], 13, 15);
  }
}
