import Skeleton from 'antd/es/skeleton';

/** What a page looks like before its code and data are there. */
export function PageSkeleton() {
  return (
    <div className="cc-page-skeleton" aria-hidden="true" style={{ padding: 16 }}>
      <Skeleton active title={{ width: 220 }} paragraph={{ rows: 8, width: '100%' }} />
    </div>
  );
}
