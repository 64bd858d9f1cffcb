/** The parts of the labelled drafts (test/fixtures/validation) that whoever tunes never reads: nothing learns from them. */
export const UNREAD_PARTS: ReadonlySet<string> = new Set(['test', 'apart', 'thirtysecond', 'thirtythird']);
