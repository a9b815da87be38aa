/** Tables whose rows hold sealed numbers of identity documents (platform/identity-keys/sealed-rows.sql.ts). */
export const SEALED_TABLES = ['case_parties', 'dispositions'] as const;
