// An event as it is written by hand: which of the seven, about which asset and project, and the record, as JSON or XML.
// Starts from the documents' samples, from what was fired last, or from an asset that is known. An asset id and a
// project that were not typed follow the record.
#pragma once

#include "core/domain/asset.h"
#include "core/domain/event.h"
#include "core/payload/mediarecord.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace callboard {

class FieldLine;

// What stands in the form, valid or not.
struct EventDraft {
    Trigger trigger = Trigger::Success;
    QString asset;
    QString project;
    QString record; // empty: the sample of the trigger

    bool operator==(const EventDraft &) const = default;
};

class EventForm : public QWidget {
    Q_OBJECT

public:
    explicit EventForm(QWidget *parent = nullptr);

    // Without id and time; nothing while the form can't be read.
    [[nodiscard]] std::optional<MediaEvent> mediaEvent() const;
    [[nodiscard]] QString obstacle() const; // why there is none
    void focusFirst();
    [[nodiscard]] EventDraft draft() const;
    void restore(const EventDraft &draft);
    // In place of the record that stands there, which Undo brings back; the ids follow it where the draft has none.
    void takeRecord(const EventDraft &draft);
    // To choose from; those without a record are left out.
    void setRecentAssets(const QList<MediaAsset> &assets);

signals:
    void edited();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void triggerChosen();
    void loadSample();
    void recordEdited();
    void proposeIds(const MediaRecord &record);
    void check();
    void checkRecord();
    void takeAsset(const MediaAsset &asset);
    void takeIds(const QString &asset, const QString &project);
    void markLine(int line); // of the record; 0: none
    [[nodiscard]] QString placed(const QString &problem);
    [[nodiscard]] Trigger trigger() const;

    QString m_obstacle;
    bool m_recordTyped = false;
    QComboBox *m_triggerCombo = nullptr;
    QLineEdit *m_assetEdit = nullptr;
    QPushButton *m_recentButton = nullptr;
    QLineEdit *m_projectEdit = nullptr;
    QPlainTextEdit *m_recordEdit = nullptr;
    FieldLine *m_assetLine = nullptr;
    FieldLine *m_recordLine = nullptr;
    QWidgetList m_stops; // of Tab, in its order
};

} // namespace callboard
