import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  listDepreciationMonthsEndpoint,
  postDepreciationEndpoint,
  previewDepreciationEndpoint,
} from '../../../modules/fixed-assets/depreciation.contract.ts';
import { listAssets, readAssetTotals } from '../../../modules/fixed-assets/asset-list.contract.ts';
import { readAsset } from '../../../modules/fixed-assets/asset-page.contract.ts';
import { readAssetDashboard } from '../../../modules/fixed-assets/dashboard.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { formatCount } from '../../components/amount.ts';
import { formatFen } from '../../components/money.tsx';

interface Values {
  readonly understood: boolean;
}

/** Posting a month: says what it writes and that nothing of it can be changed, before it is sent. */
export function PostForm({
  month,
  isOpen,
  onClose,
}: {
  month: string;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('depreciation');
  const navigate = useNavigate();
  const { data } = useQueryEndpoint(
    previewDepreciationEndpoint,
    { query: { month, limit: 1 } },
    { enabled: isOpen },
  );
  const totals = data?.totals;
  return (
    <CommandForm<typeof postDepreciationEndpoint, Values>
      declaration={postDepreciationEndpoint}
      open={isOpen}
      onClose={onClose}
      title={t('post.title', { month })}
      submitLabel={t('post.submit')}
      subject={
        totals == null
          ? month
          : t('post.subject', { count: formatCount(totals.assetCount), amount: formatFen(totals.amountFen) })
      }
      draftKey={`depreciation:${month}`}
      initialValues={{ understood: false }}
      toRequest={() => ({ body: { month } })}
      invalidates={[
        listDepreciationMonthsEndpoint,
        previewDepreciationEndpoint,
        readAsset,
        listAssets,
        readAssetTotals,
        readAssetDashboard,
      ]}
      onDone={() => void navigate(`/depreciation/${month}`)}
      doneSentence={t('post.done', { month })}
    >
      <ul className="cc-consequences">
        <li>{t('post.writes')}</li>
        <li>{t('post.neverChanges')}</li>
        <li>{t('post.order')}</li>
        <li>{t('post.later')}</li>
      </ul>
      <Form.Item
        name="understood"
        valuePropName="checked"
        rules={[
          {
            validator: (_rule, checked: boolean) =>
              checked ? Promise.resolve() : Promise.reject(new Error(t('post.checkFirst'))),
          },
        ]}
      >
        <Checkbox>{t('post.understood', { month })}</Checkbox>
      </Form.Item>
    </CommandForm>
  );
}
