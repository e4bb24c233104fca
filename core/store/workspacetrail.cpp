// WorkspaceReader's part that tells who changed what.
#include "core/store/tables/revisionstore.h"
#include "core/store/tables/trailstore.h"
#include "core/store/workspacereader.h"

namespace callboard {

Result<QList<TrailRow>> WorkspaceReader::trail(const TrailFilter &filter, qint64 before, int limit) const
{
    return TrailStore(db()).page(filter, before, limit);
}

Result<QList<TargetRevision>> WorkspaceReader::revisions(TargetId target, int before, int limit) const
{
    return RevisionStore(db()).of(target, before, limit);
}

Result<TargetRevision> WorkspaceReader::revision(TargetId target, int revision) const
{
    return RevisionStore(db()).at(target, revision);
}

} // namespace callboard
