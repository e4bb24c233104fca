// What the encoder is told about an asset's callbacks, what stands against it, and the job that can be made of it. Asks
// the platform client; one job at a time. Shows the whole exchange of the last job of the asset it shows.
#pragma once

#include "core/engine/platformclient.h"
#include "ui/assets/assetdetail.h"

#include <QWidget>

class QPushButton;
class QTabWidget;
class QVBoxLayout;

namespace callboard {

class ExchangePane;
class FieldLine;
class PayloadView;

class SubmitPane : public QWidget {
    Q_OBJECT

public:
    explicit SubmitPane(PlatformClient &platform, QWidget *parent = nullptr);

    void setHandOff(const QString &asset, const EncoderHandOff &handOff);

signals:
    void submitted(const QString &asset);
    // What became of a job whose asset is no longer shown.
    void endedElsewhere(const QString &sentence, bool good);

private:
    QWidget *makeTabs();
    QWidget *makeFoot();
    void forget();
    void showProblems(const QList<HandOffProblem> &problems);
    void updateButton();
    void submit();
    void take(const QString &asset, const Result<SubmittedJob> &job);

    PlatformClient &m_platform;
    QString m_asset;
    QString m_obstacle;
    bool m_submitting = false;
    QTabWidget *m_tabs = nullptr;
    PayloadView *m_settings = nullptr;
    ExchangePane *m_exchange = nullptr;
    QVBoxLayout *m_problems = nullptr;
    QPushButton *m_button = nullptr;
    FieldLine *m_line = nullptr;
};

} // namespace callboard
