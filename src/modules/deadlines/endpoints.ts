/** Joins the declared endpoints of deadlines to their use cases. */
import { answerCommand, answerQuery, type ServedEndpoint } from '../../platform/served-endpoint.ts';
import { acknowledgeDeadline, settleByHand } from './act-on-deadline.ts';
import * as contract from './contract.ts';
import { extendDeadline } from './extend-deadline.ts';
import { countDeadlines, listDeadlines } from './list-deadlines.ts';
import { listDeadlineRules } from './list-deadline-rules.ts';
import * as rules from './rules.contract.ts';
import { setDeadlinePeriod } from './set-deadline-period.ts';
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
  answerCommand(contract.extendDeadlineEndpoint, (command, { params, body }) =>
    extendDeadline(command, { ...params, ...body }),
  ),
  answerQuery(rules.listDeadlineRulesEndpoint, (query) => listDeadlineRules(query)),
  answerCommand(rules.setDeadlinePeriodEndpoint, setDeadlinePeriod),
  answerQuery(contract.readCalendarEndpoint, (query, { params }) => readCalendarYear(query, params)),
  answerCommand(contract.saveCalendarEndpoint, (command, { params, body }) =>
    saveCalendar(command, { ...params, ...body }),
  ),
];
