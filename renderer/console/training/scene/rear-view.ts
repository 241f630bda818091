import type { Look } from './look.ts';
import { type Pose, poseOf, type Shown } from './pose.ts';
import { type Brush, bow, box, oval, shape, stroke, torso } from './shapes.ts';

const HEAD = { x: 104, y: 84 };

/** The phone, behind the candidate at 45 degrees: desk, screen, hands, and who else is there. */
export function drawRear(brush: Brush, shown: Shown): void {
  const { look, scene, elapsedMs } = shown;
  const pose = poseOf(shown);
  drawRoom(brush, look);
  if (scene === 'second_person') drawOther(brush, Math.min(1, elapsedMs / 1_500));
  drawDesk(brush, scene === 'camera_blocked');
  if (scene === 'notes') drawNotes(brush);
  drawChair(brush);
  if (!pose.present) return;
  brush.save();
  // From here, whoever leaves goes out of the picture to the left.
  brush.translate(scene === 'absent' ? -Math.abs(pose.x) : pose.x, pose.y);
  if (scene === 'lean_close') brush.translate((pose.scale - 1) * 90, (pose.scale - 1) * 20);
  drawPerson(brush, look, pose, scene === 'headphones');
  brush.restore();
}

function drawRoom(brush: Brush, { wall }: Look): void {
  box(brush, wall, 0, 0, 320, 240);
  box(brush, '#a58e72', 0, 176, 320, 64);
  box(brush, 'rgba(0, 0, 0, 0.12)', 0, 174, 320, 3);
  box(brush, '#efeae0', 262, 0, 58, 96);
  box(brush, '#b9d7e8', 268, 0, 52, 88);
}

/** `sticker`: something yellow over the computer's camera. */
function drawDesk(brush: Brush, sticker: boolean): void {
  shape(brush, '#c9a77c', [118, 132], [300, 120], [320, 150], [320, 186], [92, 190]);
  shape(brush, '#a9875d', [92, 190], [320, 186], [320, 196], [92, 200]);
  box(brush, '#8b6d49', 300, 196, 8, 44);
  // The screen with the paper on it, and the keyboard.
  shape(brush, '#2b2e33', [196, 62], [284, 54], [288, 122], [202, 128]);
  shape(brush, '#f4f6f4', [201, 68], [279, 61], [282, 117], [206, 122]);
  for (let line = 0; line < 5; line += 1) {
    stroke(brush, '#9aa3a0', 2, [210, 76 + line * 9], [262 - (line % 2) * 14, 72 + line * 9]);
  }
  shape(brush, '#4a4e54', [178, 138], [262, 132], [270, 148], [180, 155]);
  if (sticker) shape(brush, '#f2d544', [233, 51], [253, 49], [254, 67], [235, 69]);
  else oval(brush, '#0c0d0e', [241, 61], 2);
}

/** An open book between keyboard and desk's edge. */
function drawNotes(brush: Brush): void {
  shape(brush, '#ffffff', [196, 158], [228, 155], [236, 181], [198, 184]);
  shape(brush, '#f3f0e6', [228, 155], [260, 152], [274, 178], [236, 181]);
  stroke(brush, '#b9b2a0', 1.5, [228, 155], [236, 181]);
  for (let line = 0; line < 4; line += 1) {
    stroke(brush, '#7f8b99', 1.4, [201, 163 + line * 5], [224, 161 + line * 5]);
    stroke(brush, '#7f8b99', 1.4, [235, 160 + line * 5], [258, 158 + line * 5]);
  }
}

function drawChair(brush: Brush): void {
  box(brush, '#3d4147', 66, 148, 82, 92);
  box(brush, '#50555c', 72, 154, 70, 80);
}

/** Stands at the far end of the desk. */
function drawOther(brush: Brush, part: number): void {
  const x = 340 - part * 62;
  torso(brush, '#a4603f', [x, 58], 34, 190);
  oval(brush, '#e0b48d', [x, 36], 17, 21);
  oval(brush, '#2a211c', [x + 2, 26], 18, 14);
  stroke(brush, '#a4603f', 14, [x - 22, 84], [x - 36, 122]);
  oval(brush, '#e0b48d', [x - 38, 127], 7);
}

function drawPerson(brush: Brush, look: Look, pose: Pose, headphones: boolean): void {
  const { skin, shade, hair, hairstyle, shirt } = look;
  const { x, y } = HEAD;
  const drop = pose.pitch * 10;
  // At work the head is turned towards the screen at the right; `away` brings the face round to this side.
  const away = -Math.abs(pose.yaw);
  box(brush, shade, x - 9, y + 20, 20, 20);
  torso(brush, shirt, [x, y + 34], 56, 270);
  oval(brush, hair, [x, y + drop], 29, 34);
  const face = x + 21 + away * 44;
  oval(brush, skin, [face, y + 5 + drop], 13, 24);
  oval(brush, skin, [face + (away < -0.5 ? -11 : 11), y + 6 + drop], 5, 4);
  oval(brush, hair, [x + away * 6, y - 12 + drop], 30, 22);
  if (hairstyle !== 'short') oval(brush, hair, [x - 12, y + (hairstyle === 'bun' ? -28 : 22) + drop], 16, 20);
  else oval(brush, shade, [x + 4, y + 6 + drop], 5, 8);
  if (headphones) {
    bow(brush, '#25282d', 6, [x, y + 2 + drop], 33, [1.05, 1.85]);
    oval(brush, '#25282d', [x + 6, y + 6 + drop], 10, 14);
    oval(brush, '#5a6069', [x + 6, y + 6 + drop], 5, 8);
  }
  drawArms(brush, look, pose);
}

function drawArms(brush: Brush, { skin, shirt }: Look, { arms }: Pose): void {
  if (arms === 'up') {
    stroke(brush, shirt, 20, [66, 140], [52, 70], [82, 22]);
    stroke(brush, shirt, 20, [146, 140], [164, 72], [132, 24]);
    oval(brush, skin, [84, 16], 11);
    oval(brush, skin, [130, 18], 11);
    return;
  }
  if (arms === 'chin') {
    stroke(brush, shirt, 20, [150, 150], [178, 156], [146, 112]);
    oval(brush, skin, [141, 107], 10);
    return;
  }
  if (arms === 'phone') {
    // Held low, beside the desk's edge.
    stroke(brush, shirt, 20, [146, 146], [172, 186], [190, 196]);
    shape(brush, '#15171a', [188, 174], [208, 170], [216, 204], [196, 209]);
    shape(brush, '#cfe4ff', [191, 177], [206, 174], [213, 202], [198, 206]);
    oval(brush, skin, [193, 200], 10);
    return;
  }
  const hand = arms === 'notes' ? ([204, 176] as const) : ([202, 146] as const);
  stroke(brush, shirt, 20, [146, 142], [168, 160], [hand[0] - 8, hand[1] + 2]);
  oval(brush, skin, hand, 9, 7);
}
