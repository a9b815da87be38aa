import { useEffect } from 'react';
import type { FormInstance } from 'antd/es/form';
import { dropDraft, readDraft, writeDraft } from './form-draft.ts';

/** What is typed into a form on a page itself survives another line, a reload and a lost session, until it is dropped. */
export function useKeptForm<V extends object>(form: FormInstance<V>, key: string) {
  useEffect(() => {
    const draft = readDraft(key);
    if (draft !== undefined) form.setFieldsValue(draft as Parameters<typeof form.setFieldsValue>[0]);
  }, [form, key]);
  return {
    keep: (values: Partial<V>) => writeDraft(key, values),
    drop: () => dropDraft(key),
  };
}
