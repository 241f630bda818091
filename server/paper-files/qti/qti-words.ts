/** The vocabulary that reader and writer share. What QTI has no word for are attributes of our own, `data-yk-…`. */
export const MANIFEST = 'imsmanifest.xml';
export const MANIFEST_NAMESPACE = 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1';
export const QTI_NAMESPACE = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';
export const RESOURCE_TYPES = {
  test: 'imsqti_test_xmlv3p0',
  item: 'imsqti_item_xmlv3p0',
  stimulus: 'imsqti_stimulus_xmlv3p0',
  picture: 'webcontent',
} as const;
export const MATCH_CORRECT = 'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml';

export const THESIS_MIMES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export const PICTURE_EXTENSIONS = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const;

/** How long an answer may be where its author names no limit. */
export const USUAL_LENGTH = 2_000;

/** A file of the package named after an id, whatever characters that has. */
export const fileOf = (folder: string, id: string, extension: string): string =>
  `${folder}/${encodeURIComponent(id)}.${extension}`;
