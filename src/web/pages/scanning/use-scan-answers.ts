import { useEffect, useRef, useState } from 'react';
import { isLikeCode } from '../../../modules/item-codes/intended-codes.ts';
import { resolveScan, type ScanAnswer } from '../../../modules/item-codes/scan.contract.ts';
import { callEndpoint } from '../../api/call-endpoint.ts';
import type { CallError } from '../../api/use-query-endpoint.ts';
import { usePickSentence } from '../../i18n/use-language.ts';
import { announce } from '../../layout/announcer.tsx';
import { cleanScan } from '../../scan/resolve-scan.ts';
import { signalScan } from '../../scan/scan-feedback.ts';
import { useSession } from '../../session/use-session.ts';
import { resultOfAnswer } from './answer-result.ts';
import { putOnRecord } from './put-on-record.ts';
import { addToHistory, keepHistory, readHistory } from './scan-history.ts';

/** The scan on the screen. Without an answer and a problem it is still being asked for. */
export interface ShownScan {
  readonly text: string;
  /** Its check digits are wrong: said before the server has answered. */
  readonly isMisread: boolean;
  readonly answer?: ScanAnswer;
  readonly problem?: CallError;
}

/** Asks about every scan; the last one is shown, whichever answer comes first. */
export function useScanAnswers() {
  const { person } = useSession();
  const pick = usePickSentence();
  const [shown, setShown] = useState<ShownScan>();
  const [history, setHistory] = useState(() => readHistory(person.id));
  const lastText = useRef('');
  useEffect(() => keepHistory(person.id, history), [person.id, history]);

  const take = (scan: ShownScan, answer: ScanAnswer) => {
    if (answer.outcome === 'thing' && answer.doubt !== null) putOnRecord(answer);
    setHistory((before) => addToHistory(before, scan.text, answer));
    if (lastText.current !== scan.text) return;
    setShown({ ...scan, answer });
    if (scan.isMisread && answer.outcome === 'misread') return;
    signalScan(resultOfAnswer(answer));
    announce(answer.outcome === 'thing' ? `${answer.title} ${pick(answer)}` : pick(answer));
  };
  const scan = (raw: string) => {
    const text = cleanScan(raw);
    if (text === '') return;
    const asked: ShownScan = { text, isMisread: isLikeCode(text) };
    lastText.current = text;
    setShown(asked);
    if (asked.isMisread) signalScan('wrong');
    callEndpoint(resolveScan, { query: { text } }).then(
      (answer) => take(asked, answer),
      (problem: CallError) => {
        signalScan('unknown');
        if (lastText.current === text) setShown({ ...asked, problem });
      },
    );
  };
  return { shown, history, scan };
}
