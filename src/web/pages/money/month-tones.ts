/** The colour beside the word of a month's state. */
export const MONTH_TONES = { open: 'open', entered: 'soon', closed: 'settled' } as const;
