/**
 * Draws the films that stand before the camera in tests. Only stills exist, so an action is a still face, taken as a
 * surface and moved: an instrument of the tests, which says nothing about how well liveness withstands an attack.
 */
import { createFaceEngine } from '../../renderer/analyzers/face-engine.ts';
import { actingAt, addNoise, driftAt, FRAMES } from './film-script.ts';
import { headMesh } from './head-mesh.ts';
import { drawTextured } from './textured-mesh.ts';

declare global {
  interface Window {
    /** Opens a picture; each frame can then be asked for, as base64 of a JPEG of 640×480. */
    openActingHead(name: string): Promise<void>;
    /** Puts somebody at the side of whoever is opened. */
    addHelper(name: string): Promise<void>;
    openRearView(name: string): Promise<void>;
    /** A picture as it is. */
    openRoom(name: string): Promise<void>;
    filmFrame(frame: number): Promise<string>;
  }
}

const [WIDTH, HEIGHT] = [640, 480];

function canvas(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d canvas');
  return context;
}

const shown = canvas(WIDTH, HEIGHT);
/** Draws one frame into `shown`. */
let draw: (frame: number) => void = () => {
  throw new Error('no picture was opened');
};

async function pictureOf(name: string): Promise<ImageBitmap> {
  return createImageBitmap(await (await fetch(`/pictures/${name}`)).blob());
}

window.openActingHead = async (name) => {
  const engine = createFaceEngine('/face-worker.js');
  const { landmarks, yaw } = await engine.observe(await pictureOf(name), 0);
  engine.close();
  if (!landmarks || yaw === null) throw new Error(`no face in ${name}`);
  const bitmap = await pictureOf(name);
  const still = canvas(bitmap.width, bitmap.height);
  still.drawImage(bitmap, 0, 0);
  const picture = still.getImageData(0, 0, bitmap.width, bitmap.height);
  const head = headMesh(landmarks, picture.width, picture.height, yaw);
  const acted = still.createImageData(picture.width, picture.height);
  const noisy = still.createImageData(picture.width, picture.height);
  let drawn = '';
  draw = (frame) => {
    const acting = actingAt(frame);
    const key = JSON.stringify(acting);
    if (key !== drawn) drawTextured(picture, head.still, head.acting(acting), acted.data);
    drawn = key;
    noisy.data.set(acted.data);
    addNoise(noisy.data, frame);
    still.putImageData(noisy, 0, 0);
    const { x, y } = driftAt(frame);
    // A little larger than the frame, so that the drift uncovers no edge.
    shown.drawImage(still.canvas, x - 8, y - 6, WIDTH + 16, HEIGHT + 12);
  };
};

window.addHelper = async (name) => {
  const helper = await pictureOf(name);
  const alone = draw;
  draw = (frame) => {
    alone(frame);
    const { x, y } = driftAt(frame);
    shown.drawImage(helper, -40 - x, 150 + y, 240, (240 * helper.height) / helper.width);
  };
};

window.openRoom = async (name) => {
  const room = await pictureOf(name);
  draw = (frame) => {
    shown.drawImage(room, 0, 0, WIDTH, HEIGHT);
    const pixels = shown.getImageData(0, 0, WIDTH, HEIGHT);
    addNoise(pixels.data, frame);
    shown.putImageData(pixels, 0, 0);
  };
};

window.openRearView = async (name) => {
  const bitmap = await pictureOf(name);
  const [spareX, spareY] = [bitmap.width - WIDTH, bitmap.height - HEIGHT];
  draw = (frame) => {
    const { x, y } = driftAt(frame);
    shown.drawImage(bitmap, -spareX / 2 + (x * spareX) / 8, -spareY / 2 + (y * spareY) / 8);
    const pixels = shown.getImageData(0, 0, WIDTH, HEIGHT);
    addNoise(pixels.data, frame);
    shown.putImageData(pixels, 0, 0);
    shown.fillStyle = '#fff';
    shown.fillRect(0, HEIGHT - 8, (WIDTH * frame) / FRAMES, 8);
  };
};

window.filmFrame = async (frame) => {
  draw(frame);
  const bytes = new Uint8Array(
    await (await shown.canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })).arrayBuffer(),
  );
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
};
