const ADDRESSES: Readonly<Record<string, (id: string) => string>> = {
  case: (id) => `/cases/${id}`,
  seized_item: (id) => `/seized-items/${id}`,
  storage_room: (id) => `/rooms/${id}`,
  item_intake: (id) => `/intakes/${id}`,
  money_month: () => '/money',
  filing: (id) => `/cases/${id}?tab=filing`,
  judgment: (id) => `/cases/${id}?tab=judgments`,
};

/** Where the thing of a deadline is shown, else the clocks of its case; undefined: nowhere yet. */
export function subjectAddress(kind: string, id: string, caseId: string | null): string | undefined {
  return ADDRESSES[kind]?.(id) ?? (caseId === null ? undefined : `/cases/${caseId}?tab=deadlines`);
}
