#include "ui/deliveries/report/reportflow.h"

#include "ui/deliveries/report/deliveryreport.h"
#include "ui/shell/messagebar.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QPointer>
#include <QThreadPool>

#include <memory>

namespace callboard {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::ReportFlow)
};

using Details = std::shared_ptr<QList<DeliveryDetail>>;

QString endOf(const Result<void> &written, const QString &path, qsizetype count)
{
    return written ? Words::tr("%n deliveries written to %1.", nullptr, int(count)).arg(path)
                   : Words::tr("%1 could not be written: %2").arg(path, written.error().detail);
}

void layOut(MessageBar &messages, const Details &details, const QString &path)
{
    QThreadPool::globalInstance()->start([bar = QPointer(&messages), details, path] {
        const auto written = deliveryreport::savePdf(*details, path, SystemClock().now());
        const Message message{
            written ? Message::Kind::Info : Message::Kind::Error, endOf(written, path, details->size()), {}, {}};
        QMetaObject::invokeMethod(
            qApp,
            [bar, message] {
                if (bar)
                    bar->post(message);
            },
            Qt::QueuedConnection);
    });
}

} // namespace

void askForReport(DeliverySource &source, MessageBar &messages, const QList<DeliveryId> &ids, QWidget *page)
{
    auto *dialog = new QFileDialog(page, Words::tr("Save as PDF"));
    dialog->setObjectName(QStringLiteral("saveReportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({Words::tr("PDF (*.pdf)")});
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(ids.size() == 1 ? QStringLiteral("delivery-%1.pdf").arg(ids.first().value)
                                       : QStringLiteral("deliveries.pdf"));
    QObject::connect(dialog, &QFileDialog::fileSelected, page, [&source, &messages, ids, page](const QString &path) {
        writeReport(source, messages, ids, path, page);
    });
    dialog->open();
}

void writeReport(DeliverySource &source, MessageBar &messages, const QList<DeliveryId> &ids, const QString &path,
                 QWidget *page)
{
    const auto details = std::make_shared<QList<DeliveryDetail>>();
    const auto take = [details](const DeliveryDetail &detail) { details->append(detail); };
    source.visit(ids.first(qMin(kMostReported, ids.size())), take, page,
                 [&messages, details, path](int) { layOut(messages, details, path); });
}

} // namespace callboard
