// The present record of an asset as a person reads it: each field with its value and what that means, in the zone of
// its project; above it what is odd about the record, and what a platform's answer differed in.
#pragma once

#include "core/payload/recorddiff.h"
#include "ui/assets/assetdetail.h"

#include <QWidget>

class QStackedWidget;
class QStandardItemModel;

namespace callboard {

class DifferencePane;
class EmptyState;
class FieldLine;
class PlainTable;

class RecordPane : public QWidget {
    Q_OBJECT

public:
    explicit RecordPane(QWidget *parent = nullptr);

    void setDetail(const AssetDetail &detail);
    void showChanges(const QList<FieldChange> &changes); // none: puts them away

private:
    void fill(const QList<ReadableField> &fields);
    void showZone(const AssetDetail &detail);
    void showMissing(const AssetDetail &detail);

    FieldLine *m_warnings = nullptr;
    FieldLine *m_zone = nullptr;
    DifferencePane *m_differences = nullptr;
    QStackedWidget *m_stack = nullptr;
    QStandardItemModel *m_model = nullptr;
    PlainTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
};

} // namespace callboard
