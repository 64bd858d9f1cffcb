/** The baseline is kept small. */
export const SHIPPED_BAYES = { minTexts: 32 };
