import { useTranslation } from 'react-i18next';
import { PrintLabels } from './print-labels.tsx';

/** For the page of an import that is done: labels of everything that it wrote. */
export function PrintImportedLabels({ importId }: { importId: string }) {
  const { t } = useTranslation('printing');
  return <PrintLabels target={{ by: 'import', kind: 'A', importId }} label={t('dialog.openImport')} />;
}
