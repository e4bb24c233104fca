// Everything about one asset: its record in words, its callbacks, what lies between it and its encoder, the bytes.
// Shows what it is given and keeps its place while the asset stays the same.
#pragma once

#include "core/payload/recorddiff.h"
#include "ui/assets/assetdetail.h"

#include <QWidget>

class QLabel;
class QTabWidget;

namespace callboard {

class CallbacksPane;
class ElidedLabel;
class EncoderPane;
class PayloadView;
class PlatformClient;
class RecordPane;

class AssetInspector : public QWidget {
    Q_OBJECT

public:
    explicit AssetInspector(PlatformClient &platform, QWidget *parent = nullptr);

    void setDetail(const AssetDetail &detail);
    void showChanges(const QList<FieldChange> &changes); // of the asset that is shown, against its last record
    void focusContent();

signals:
    void editTargetRequested(callboard::TargetId id);
    void jobSubmitted(const QString &asset);
    void jobEndedElsewhere(const QString &sentence, bool good);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    void makeTabs(PlatformClient &platform);
    void showHead();
    void titleTabs(const AssetDetail &detail);

    AssetRow m_row;
    QLabel *m_statusIcon = nullptr;
    QLabel *m_status = nullptr;
    ElidedLabel *m_headline = nullptr;
    QLabel *m_facts = nullptr;
    QTabWidget *m_tabs = nullptr;
    RecordPane *m_record = nullptr;
    CallbacksPane *m_callbacks = nullptr;
    EncoderPane *m_encoder = nullptr;
    PayloadView *m_raw = nullptr;
};

} // namespace callboard
