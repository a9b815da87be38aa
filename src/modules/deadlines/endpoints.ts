/** Joins the declared endpoints of deadlines to their use cases. */
import { answerCommand, answerQuery, type ServedEndpoint } from '../../platform/served-endpoint.ts';
import { acknowledgeDeadline, settleByHand } from './act-on-deadline.ts';
import * as contract from './contract.ts';
import { countDeadlines, listDeadlines } from './list-deadlines.ts';
import { readCalendarYear, saveCalendar } from './save-calendar.ts';

export const deadlineEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.listDeadlinesEndpoint, (query, input) => listDeadlines(query, input.query)),
  answerQuery(contract.countDeadlinesEndpoint, (query) => countDeadlines(query)),
  answerCommand(contract.acknowledgeDeadlineEndpoint, (command, { params }) =>
    acknowledgeDeadline(command, params),
  ),
  answerCommand(contract.settleDeadlineEndpoint, (command, { params, body }) =>
    settleByHand(command, { ...params, ...body }),
  ),
  answerQuery(contract.readCalendarEndpoint, (query, { params }) => readCalendarYear(query, params)),
  answerCommand(contract.saveCalendarEndpoint, (command, { params, body }) =>
    saveCalendar(command, { ...params, ...body }),
  ),
];
