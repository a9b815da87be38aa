import { useMemo } from 'react';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listIntendedCodes } from '../../../modules/item-codes/intended-codes.ts';
import { groupItemCode } from '../../../modules/item-codes/item-code.ts';
import { resolveScan, type ScanAnswer } from '../../../modules/item-codes/scan.contract.ts';
import { callEndpoint } from '../../api/call-endpoint.ts';
import { endpointKey, type CallError } from '../../api/use-query-endpoint.ts';

/** What the server knows of each code; empty while it has not answered, or cannot be reached. */
function useAnswers(codes: readonly string[]): readonly (ScanAnswer | undefined)[] {
  return useQueries({
    queries: codes.map((code) => {
      const request = { query: { text: code } };
      return {
        queryKey: endpointKey(resolveScan, request),
        queryFn: ({ signal }: { signal: AbortSignal }): Promise<ScanAnswer> =>
          callEndpoint(resolveScan, request, { signal }),
      };
    }),
    combine: (results: readonly { data?: ScanAnswer | undefined; error: CallError | Error | null }[]) =>
      results.map(({ data }) => data),
  });
}

export interface IntendedCodesProps {
  readonly text: string;
  readonly onChoose: (code: string) => void;
}

/** The codes that may have been meant, none chosen beforehand; they keep their order when the names come. */
export function IntendedCodes({ text, onChoose }: IntendedCodesProps) {
  const { t } = useTranslation('scanning');
  const codes = useMemo(() => listIntendedCodes(text).map(({ code }) => code), [text]);
  const answers = useAnswers(codes);
  const nameOf = (answer: ScanAnswer | undefined) => {
    if (answer === undefined) return '';
    if (answer.outcome !== 'thing') return t('intended.noThing');
    return [answer.title, answer.place?.path].filter((part) => part !== undefined).join(' · ');
  };
  if (codes.length === 0) return <p>{t('intended.none')}</p>;
  return (
    <div role="group" aria-label={t('intended.title')} className="cc-intended">
      <p>{t('intended.title')}</p>
      {codes.map((code, index) => (
        <button
          key={code}
          type="button"
          className="cc-big-link"
          data-known={answers[index]?.outcome === 'thing'}
          onClick={() => onChoose(code)}
        >
          <span className="cc-code">{groupItemCode(code)}</span>
          <span className="cc-intended-name">{nameOf(answers[index])}</span>
        </button>
      ))}
    </div>
  );
}
