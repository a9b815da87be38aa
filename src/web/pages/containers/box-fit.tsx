/** What goes into a box comes to lie where the box stands: whether it finds there what it needs. */
import Form from 'antd/es/form';
import { PlaceFit } from '../seized-items/place-fit.tsx';

const AT_THE_BOX = { skipsThere: true, reasonName: 'placeReason', offers: 'none' } as const;

/** The things that are chosen in the form, for one box. */
export function PutInFit({ inBoxId }: { inBoxId: string }) {
  const form = Form.useFormInstance<{ itemIds: string[] }>();
  const itemIds = Form.useWatch('itemIds', form) ?? [];
  return itemIds.length === 0 ? null : <PlaceFit things={{ itemIds }} at={{ inBoxId }} {...AT_THE_BOX} />;
}

/** One thing, for the box that is chosen in the form. */
export function BoxFit({ itemId }: { itemId: string }) {
  const form = Form.useFormInstance<{ containerId?: string }>();
  const inBoxId = Form.useWatch('containerId', form);
  return inBoxId === undefined ? null : (
    <PlaceFit things={{ itemIds: [itemId] }} at={{ inBoxId }} {...AT_THE_BOX} />
  );
}

/** Everything in a box, for the outer box that is chosen in the form. */
export function NestFit({ containerId }: { containerId: string }) {
  const form = Form.useFormInstance<{ parentId?: string }>();
  const inBoxId = Form.useWatch('parentId', form);
  return inBoxId === undefined ? null : (
    <PlaceFit things={{ containerId }} at={{ inBoxId }} {...AT_THE_BOX} />
  );
}
