/** What a prohibited program is for: why it may not run beside the examination (annex 4, section 2.5). */
export const PROGRAM_KINDS = [
  'remote_control',
  'messaging',
  'screen_sharing',
  'recording',
  'ai_assistant',
  'virtual_machine',
  'security_suite',
  'other',
] as const;
export type ProgramKind = (typeof PROGRAM_KINDS)[number];

/**
 * `end`: must be closed, and is closed for whoever asks; `ask`: the candidate is asked to close it, nobody else touches
 * it; `note`: only told.
 */
export const PROGRAM_POLICIES = ['end', 'ask', 'note'] as const;
export type ProgramPolicy = (typeof PROGRAM_POLICIES)[number];

/** How a person closes it; the interface has the words, for each system. */
export const WAYS_TO_QUIT = ['window', 'tray', 'machine', 'remote_setting', 'suite'] as const;
export type WayToQuit = (typeof WAYS_TO_QUIT)[number];

/** What gave a program away, the most telling first. All but the first find a renamed copy as well. */
export const PROGRAM_EVIDENCE = ['image', 'bundle_id', 'original_name', 'signer', 'port'] as const;
export type ProgramEvidence = (typeof PROGRAM_EVIDENCE)[number];
