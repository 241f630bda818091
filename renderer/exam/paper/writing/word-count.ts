/** Chinese characters one by one; words and numbers of other scripts as wholes; punctuation not at all. */
const COUNTED =
  /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+(?:[.,'’-](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;

/** 字数, as an examiner counts it. */
export const wordCount = (text: string): number => text.match(COUNTED)?.length ?? 0;
