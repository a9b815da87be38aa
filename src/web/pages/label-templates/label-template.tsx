import { useEffect, useState } from 'react';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import {
  readLabelTemplateEndpoint,
  type SavedLabelTemplate,
} from '../../../modules/labels/templates.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { addressOfSvg, LabelPicture } from '../../components/label-preview/label-picture.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useIsPhone } from '../../layout/use-is-phone.ts';
import { isTypingPlace } from '../../scan/use-scan.ts';
import { EditorCanvas } from './editor/editor-canvas.tsx';
import { EditorToolbar } from './editor/editor-toolbar.tsx';
import { ElementForm } from './editor/element-form.tsx';
import { ElementList } from './editor/element-list.tsx';
import { HistoryDrawer } from './editor/history-drawer.tsx';
import { LabelForm } from './editor/label-form.tsx';
import { PreviewBar, type Zoom } from './editor/preview-choices.tsx';
import { SaveForms } from './editor/save-forms.tsx';
import { useEditorPreview, type PreviewChoices } from './editor/use-editor-preview.ts';
import { useEditor, type Editor } from './editor/use-editor.ts';
import './label-templates.css';

/** Ctrl+Z and Ctrl+Y or Ctrl+Shift+Z, where no field has undo of its own. */
function useUndoKeys({ act }: Editor): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || isTypingPlace(event.target)) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!isRedo && key !== 'z') return;
      event.preventDefault();
      act({ do: isRedo ? 'redo' : 'undo' });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [act]);
}

function HeadActions({
  editor,
  mayDesign,
  onOpen,
}: {
  editor: Editor;
  mayDesign: boolean;
  onOpen: (name: string) => void;
}) {
  const { t } = useTranslation('label-templates');
  return (
    <>
      {mayDesign && (
        <>
          <Button type="primary" disabled={!editor.isDirty} onClick={() => onOpen('save')}>
            {t('save.title')}
          </Button>
          <Button onClick={() => onOpen('save-as')}>{t('saveAs.title')}</Button>
        </>
      )}
      <Button onClick={() => onOpen('history')}>{t('history.title')}</Button>
    </>
  );
}

function UnsavedNotice({ editor }: { editor: Editor }) {
  const { t } = useTranslation('label-templates');
  if (!editor.isRestored) return null;
  return (
    <Alert
      type="info"
      showIcon
      className="cc-done"
      title={t('editor.restored')}
      action={
        <Button size="small" onClick={editor.discard}>
          {t('editor.discard')}
        </Button>
      }
    />
  );
}

/** Three columns on a wide screen; on a phone the label and what stands on it, to look at. */
function Workbench({ saved, onReload }: { saved: SavedLabelTemplate; onReload: () => void }) {
  const { t } = useTranslation('label-templates');
  const pick = usePickSentence();
  const isPhone = useIsPhone();
  const command = useOpenCommand();
  const editor = useEditor(saved);
  const { template, state, act } = editor;
  const mayDesign = saved.availableActions.includes('save') && !isPhone;
  const [chosen, setChosen] = useState<Partial<PreviewChoices>>({});
  const [zoom, setZoom] = useState<Zoom>('2');
  const kind = template.kinds.find((each) => each === chosen.kind) ?? template.kinds[0] ?? 'A';
  const choices: PreviewChoices = { kind, thingId: chosen.thingId, dpi: chosen.dpi ?? 300 };
  const preview = useEditorPreview(template, choices);
  useUndoKeys(editor);
  return (
    <>
      <PageHeader
        title={pick(template.name)}
        back={{ to: '/label-templates', label: t('title') }}
        beside={
          <>
            <StatusTag tone="calm">
              {t(saved.version === 0 ? 'asShipped' : 'version', { version: saved.version })}
            </StatusTag>
            {saved.isRetired && <StatusTag tone="closed">{t('retired')}</StatusTag>}
            {editor.isDirty && <StatusTag tone="soon">{t('editor.unsaved')}</StatusTag>}
          </>
        }
        sentence={isPhone ? t('editor.needsWideScreen') : t('size', template.sizeMm)}
        actions={<HeadActions editor={editor} mayDesign={mayDesign} onOpen={command.open} />}
      />
      <UnsavedNotice editor={editor} />
      <ProblemAlert problem={preview.problem} />
      {mayDesign ? (
        <div className="cc-editor">
          <div className="cc-editor-side">
            <EditorToolbar editor={editor} />
            <ElementList
              editor={editor}
              problems={preview.problems}
              onSelect={(index) => act({ do: 'select', index })}
            />
          </div>
          <div className="cc-editor-middle" aria-busy={preview.isDrawing}>
            <PreviewBar
              {...{ template, choices, zoom }}
              onChange={(patch) => setChosen({ ...chosen, ...patch })}
              onZoom={setZoom}
            />
            <EditorCanvas editor={editor} svg={preview.svg} zoom={Number(zoom)} />
            <p className="cc-soft">{t('editor.keys')}</p>
          </div>
          <div className="cc-editor-side">
            {state.selected === null ? (
              <LabelForm editor={editor} />
            ) : (
              <ElementForm key={state.selected} editor={editor} index={state.selected} />
            )}
          </div>
        </div>
      ) : (
        <div className="cc-editor-look">
          <LabelPicture
            source={addressOfSvg(preview.svg)}
            sizeMm={template.sizeMm}
            alt={t('editor.picture')}
          />
          <ElementList editor={editor} problems={preview.problems} onSelect={undefined} />
        </div>
      )}
      {mayDesign && <SaveForms {...{ saved, template, command, onReload }} />}
      {command.current === 'history' && (
        <HistoryDrawer
          saved={saved}
          onClose={command.close}
          onRestored={(restored) => {
            act({ do: 'load', template: restored.template });
            command.close();
          }}
        />
      )}
    </>
  );
}

/** One template: its label at true size and, on a wide screen, everything on it to be moved and changed. */
export function Component() {
  const { t } = useTranslation('label-templates');
  const { templateKey = '' } = useParams();
  const { data, error, refetch } = useQueryEndpoint(readLabelTemplateEndpoint, { params: { templateKey } });
  if (data !== undefined) return <Workbench key={data.key} saved={data} onReload={() => void refetch()} />;
  return (
    <>
      <PageHeader title={t('one')} back={{ to: '/label-templates', label: t('title') }} />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {error === null && <Skeleton active paragraph={{ rows: 8 }} />}
    </>
  );
}
