/** Every endpoint of the accounts module. */
export * from './api-tokens.contract.ts';
export * from './audit.contract.ts';
export * from './courts.contract.ts';
export * from './directory.contract.ts';
export * from './people.contract.ts';
export * from './session.contract.ts';
export * from './set-up.contract.ts';
