/** The engines by name, apart from the code that loads them. */
export const WORD_ENGINES = ['jieba-rs', 'nodejieba'] as const;
export type WordEngineName = (typeof WORD_ENGINES)[number];
