/** Where the exam window lives: our own scheme, so that its origin is neither a file nor a server. */
export const EXAM_SCHEME = 'yunkao';
export const EXAM_ORIGIN = 'yunkao://exam';
export const EXAM_PAGE = `${EXAM_ORIGIN}/index.html`;

/** Whether an address is a page of the exam bundle. A look-alike such as `yunkao://exam.example/` is not. */
export const isExamAddress = (address: string): boolean => address.startsWith(`${EXAM_ORIGIN}/`);
