import type { InputOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { reportIncidentEndpoint } from './moves.contract.ts';
import { occasionOf } from './occasion.ts';
import { recordTransitions } from './record-transitions.ts';
import type { TransitionsAnswer } from './transitions.contract.ts';

/**
 * Something is missing, short, damaged, broken open or swapped: from now on the items are under investigation, and stay
 * in the balance (T20). Anybody who handles items may report. Refusals: LINES_REFUSED.
 */
export async function reportIncident(
  command: CommandContext,
  body: InputOf<typeof reportIncidentEndpoint>['body'],
): Promise<TransitionsAnswer> {
  const { steps: _written, ...answer } = await recordTransitions(command, {
    occasion: occasionOf(command, { ...body, note: body.description }),
    lines: body.itemIds.map((itemId) => ({
      itemId,
      transition: 'report_incident',
      evidence: ['incident_report'],
      details: { incident: body.kind },
    })),
  });
  return answer;
}
