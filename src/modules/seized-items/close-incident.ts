import type { InputOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { closeIncidentEndpoint } from './moves.contract.ts';
import { occasionOf } from './occasion.ts';
import { recordTransitions } from './record-transitions.ts';
import type { TransitionsAnswer } from './transitions.contract.ts';

/**
 * What was missing is found or explained: the items return to the state from which they came (T21). A leader concludes,
 * never the custodian. Refusals: LINES_REFUSED.
 */
export async function closeIncident(
  command: CommandContext,
  body: InputOf<typeof closeIncidentEndpoint>['body'],
): Promise<TransitionsAnswer> {
  const { steps: _written, ...answer } = await recordTransitions(command, {
    occasion: occasionOf(command, { ...body, note: body.conclusion }),
    lines: body.itemIds.map((itemId) => ({
      itemId,
      transition: 'close_incident',
      evidence: ['conclusion'],
    })),
  });
  return answer;
}
