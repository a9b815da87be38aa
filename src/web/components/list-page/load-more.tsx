import { useEffect, useRef } from 'react';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import './load-more.css';

export interface LoadMoreProps {
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly onLoadMore: () => void;
}

/** Loads the next page when the end of the list comes near; the button is for the keyboard and for failed loads. */
export function LoadMore({ hasMore, isLoading, onLoadMore }: LoadMoreProps) {
  const { t } = useTranslation();
  const edge = useRef<HTMLDivElement>(null);
  const latest = useRef(onLoadMore);
  useEffect(() => {
    latest.current = onLoadMore;
  });
  useEffect(() => {
    const element = edge.current;
    if (element === null || !hasMore || isLoading) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) latest.current();
      },
      { rootMargin: '300px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [hasMore, isLoading]);
  if (!hasMore) return null;
  return (
    <div ref={edge} className="cc-load-more cc-no-print">
      <Button type="text" loading={isLoading} onClick={onLoadMore}>
        {t(isLoading ? 'list.loading' : 'list.loadMore')}
      </Button>
    </div>
  );
}
