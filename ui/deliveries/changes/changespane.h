// What a delivery's record says, three ways: what differs from what the target was told before, every field with its
// meaning, and - once the platform was asked - what differs there now. Where nothing differs the record stands in its
// place, so that the pane is never empty without need.
#pragma once

#include "ui/deliveries/changes/assetchanges.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace callboard {

class ChangeModel;
class FieldLine;
class RecordModel;

class ChangesPane : public QWidget {
    Q_OBJECT

public:
    enum View { Differences, Record, Platform };

    explicit ChangesPane(QWidget *parent = nullptr);

    void setChanges(const AssetChanges &changes);
    // What the platform answered since; nothing: it was not asked.
    void setPlatformChanges(const std::optional<QList<ReadableChange>> &changes);
    void showView(View view);
    [[nodiscard]] View view() const;

private:
    QWidget *buildHead();
    QWidget *buildRecord();
    QPushButton *addViewButton(const char *objectName, View view);
    void present();
    [[nodiscard]] bool has(View view) const;
    [[nodiscard]] QString summary(View view) const;

    AssetChanges m_changes;
    std::optional<QList<ReadableChange>> m_platformChanges;
    View m_wanted = Differences; // the operator's choice; shown where there is something to show
    ChangeModel *m_differences = nullptr;
    RecordModel *m_record = nullptr;
    ChangeModel *m_platform = nullptr;
    QLabel *m_summary = nullptr;
    QPushButton *m_buttons[3] = {};
    QStackedWidget *m_stack = nullptr;
    QTableView *m_tables[3] = {};
    FieldLine *m_warnings = nullptr;
};

} // namespace callboard
