#include "ui/deliveries/report/reportflow.h"

#include "ui/deliveries/report/deliveryreport.h"
#include "ui/shell/messagebar.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QLocale>
#include <QPointer>
#include <QThreadPool>

#include <memory>

namespace callboard {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::ReportFlow)
};

constexpr qsizetype kAtOnce = 10; // bodies are read for it

struct Report {
    QString path;
    QList<DeliveryDetail> details;
    qsizetype asked = 0; // for so many
};

QString endOf(const Result<void> &written, const Report &report)
{
    if (!written)
        return Words::tr("%1 could not be written: %2").arg(report.path, written.error().detail);
    const QLocale locale;
    if (report.asked > kMostReported)
        return Words::tr("The newest %1 of %2 deliveries written to %3.")
            .arg(locale.toString(report.details.size()), locale.toString(report.asked), report.path);
    return Words::tr("%n deliveries written to %1.", nullptr, int(report.details.size())).arg(report.path);
}

void layOut(MessageBar &messages, const std::shared_ptr<Report> &report)
{
    QThreadPool::globalInstance()->start([bar = QPointer(&messages), report] {
        const auto written = deliveryreport::savePdf(report->details, report->path, SystemClock().now());
        const Message message{written ? Message::Kind::Info : Message::Kind::Error, endOf(written, *report), {}, {}};
        QMetaObject::invokeMethod(
            qApp,
            [bar, message] {
                if (bar)
                    bar->post(message);
            },
            Qt::QueuedConnection);
    });
}

void readOn(DeliverySource &source, MessageBar &messages, const std::shared_ptr<Report> &report,
            const QList<DeliveryId> &ids, QWidget *page)
{
    const auto take = [report](const DeliveryDetail &detail) { report->details.append(detail); };
    const QList<DeliveryId> now = ids.first(qMin(kAtOnce, ids.size()));
    const QList<DeliveryId> rest = ids.sliced(now.size());
    source.visit(now, take, page, [&source, &messages, report, rest, page](int) {
        if (rest.isEmpty())
            layOut(messages, report);
        else
            readOn(source, messages, report, rest, page);
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
    const auto report = std::make_shared<Report>(Report{path, {}, ids.size()});
    readOn(source, messages, report, ids.last(qMin(kMostReported, ids.size())), page);
}

} // namespace callboard
