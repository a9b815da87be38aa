/** The form of an incident of a seized item, on its page, begun as “two things with one label”. */
export function duplicateLabelAddress(itemId: string): string {
  return `/seized-items/${encodeURIComponent(itemId)}?do=report_incident&incident=duplicate_label`;
}
