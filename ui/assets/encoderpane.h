// What lies between an asset and its encoder: on the left what the encoder is told and the job, on the right what the
// encoder said since.
#pragma once

#include "ui/assets/assetdetail.h"

#include <QSplitter>

class QLabel;

namespace callboard {

class NotificationPane;
class PlatformClient;
class SubmitPane;

class EncoderPane : public QSplitter {
    Q_OBJECT

public:
    explicit EncoderPane(PlatformClient &platform, QWidget *parent = nullptr);

    void setDetail(const AssetDetail &detail);

signals:
    void submitted(const QString &asset);
    void endedElsewhere(const QString &sentence, bool good);

private:
    SubmitPane *m_submit = nullptr;
    QLabel *m_title = nullptr;
    NotificationPane *m_notifications = nullptr;
};

} // namespace callboard
