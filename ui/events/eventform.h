// An event as it is written by hand: which of the seven, about which asset and project, and the record, as JSON or XML.
// Starts from the documents' samples. An asset id and a project that were not typed follow the record.
#pragma once

#include "core/domain/event.h"
#include "core/payload/mediarecord.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace callboard {

class FieldLine;

class EventForm : public QWidget {
    Q_OBJECT

public:
    explicit EventForm(QWidget *parent = nullptr);

    // Without id and time; nothing while the form can't be read.
    [[nodiscard]] std::optional<MediaEvent> mediaEvent() const;
    [[nodiscard]] QString obstacle() const; // why there is none
    void focusFirst();

signals:
    void edited();

private:
    void layOut();
    void triggerChosen();
    void loadSample();
    void recordEdited();
    void proposeIds(const MediaRecord &record);
    void check();
    [[nodiscard]] Trigger trigger() const;

    QString m_obstacle;
    bool m_recordTyped = false;
    QComboBox *m_triggerCombo = nullptr;
    QLineEdit *m_assetEdit = nullptr;
    QLineEdit *m_projectEdit = nullptr;
    QPlainTextEdit *m_recordEdit = nullptr;
    FieldLine *m_assetLine = nullptr;
    FieldLine *m_recordLine = nullptr;
};

} // namespace callboard
