/** A seized car in store, through the public door. */
import { GOODS_FACTS, listLine, type SeizedCourt } from './seized-court.ts';

let serial = 10_000;

/** With four photos and the reading of its card; answers its id. */
export async function parkCar(court: SeizedCourt, odometerKm: string, more: object = {}): Promise<string> {
  serial += 1;
  const facts = {
    ...GOODS_FACTS,
    ...{ plateNumber: `蒙L${serial}`, vin: `LVIN${serial}`, engineNumber: `E${serial}` },
    ...{ odometerKm, model: '朗逸' },
  };
  const [listed] = await court.preregister([
    listLine({ name: '轿车', category: 'vehicles', unit: '辆', facts, ...more }),
  ]);
  const id = listed?.id ?? '';
  const intakeId = await court.openIntake([id]);
  await court.photograph(id, 4);
  await court.count(intakeId, [
    { itemId: id, count: { outcome: 'matches', quantity: '1', placeId: court.shelves[0] } },
  ]);
  await court.complete(intakeId);
  return id;
}
