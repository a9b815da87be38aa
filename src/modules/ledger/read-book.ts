/** Books as the modules that keep them read and hold them. */
export { listBookEntries, listEntriesOfItem } from './book-entries.sql.ts';
export { lockBooksOf } from './ledger-book.sql.ts';
