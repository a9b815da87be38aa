/** The rules of accounts: terms and roles, passwords and PINs, how often one may try to sign in. */
export * from './membership.rules.ts';
export * from './password.rules.ts';
export * from './sign-in.rules.ts';
