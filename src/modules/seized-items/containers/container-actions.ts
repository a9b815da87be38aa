/** What a person may do next with a box or bag. Pure. */
interface BoxGrounds {
  readonly closedAt: Date | null;
  readonly placeId: string | null;
  readonly holderId: string | null;
  readonly parentId: string | null;
  readonly sealNumber: string | null;
  readonly lotItemId: string | null;
  readonly itemCount: number;
  readonly boxCount: number;
}

const ACTIONS = {
  put_in: { zh: '装入物品', en: 'Put items in' },
  take_out: { zh: '取出物品', en: 'Take items out' },
  carry_in: { zh: '放入库房', en: 'Carry into a room' },
  relocate: { zh: '整箱移位', en: 'Move the box' },
  carry_out: { zh: '整箱取出', en: 'Carry the box out' },
  seal: { zh: '封箱', en: 'Seal' },
  unseal: { zh: '启封', en: 'Unseal' },
  nest: { zh: '装入外箱', en: 'Put into another box' },
  unnest: { zh: '从外箱取出', en: 'Take out of the outer box' },
  close: { zh: '停用', en: 'Take out of use' },
} as const;
export type ContainerAction = keyof typeof ACTIONS;

function fits(key: ContainerAction, box: BoxGrounds, personId: string): boolean {
  const isInRoom = box.placeId !== null;
  const isOpen = box.sealNumber === null;
  const isEmpty = box.itemCount === 0 && box.boxCount === 0 && box.lotItemId === null;
  switch (key) {
    case 'put_in':
      return isInRoom && isOpen && box.lotItemId === null;
    case 'take_out':
      return isInRoom && isOpen && box.itemCount > 0;
    case 'carry_in':
      return !isInRoom && box.holderId === personId && box.parentId === null;
    case 'relocate':
    case 'carry_out':
      return isInRoom && box.parentId === null;
    case 'seal':
      return isInRoom && isOpen && !isEmpty;
    case 'unseal':
      return isInRoom && !isOpen;
    case 'nest':
      return isInRoom && box.parentId === null;
    case 'unnest':
      return isInRoom && box.parentId !== null;
    case 'close':
      return isOpen && isEmpty;
  }
}

export function listContainerActions(
  box: BoxGrounds,
  { isOwnCourt, mayMove, personId }: { isOwnCourt: boolean; mayMove: boolean; personId: string },
): { readonly key: ContainerAction; readonly zh: string; readonly en: string }[] {
  if (!isOwnCourt || !mayMove || box.closedAt !== null) return [];
  // why: the keys of a literal object are its actions.
  const keys = Object.keys(ACTIONS) as ContainerAction[];
  return keys.filter((key) => fits(key, box, personId)).map((key) => ({ key, ...ACTIONS[key] }));
}
