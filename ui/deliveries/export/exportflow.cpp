#include "ui/deliveries/export/exportflow.h"

#include "ui/deliveries/export/har.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/progress.h"

#include <QCoreApplication>
#include <QDate>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

namespace callboard {

namespace {

constexpr int kAtOnce = 10; // bodies are read for an archive

QString proposedFile(const char *suffix)
{
    return QStringLiteral("deliveries-%1.%2").arg(QDate::currentDate().toString(Qt::ISODate), QLatin1String(suffix));
}

} // namespace

// Written by one thread at a time: the reading one while a step is under way.
struct ExportFlow::Job {
    Job(const QString &path, Progress quiet)
        : file(path)
        , name(path)
        , progress(std::move(quiet))
    {
    }
    void write(const QByteArray &bytes) { failed = failed || file.write(bytes) != bytes.size(); }

    QSaveFile file;
    QString name;
    Progress progress;
    std::optional<RowExport> rows;
    DeliveryId last;
    qint64 total = -1;
    qint64 written = 0;
    bool anEntry = false; // of an archive
    bool failed = false;
};

ExportFlow::ExportFlow(DeliverySource &source, MessageBar &messages, const Clock &clock, QWidget *parent)
    : QObject(parent)
    , m_source(source)
    , m_messages(messages)
    , m_clock(clock)
    , m_window(parent)
{
}

void ExportFlow::askForRows(const DeliveryFilter &filter, const QList<int> &columns)
{
    auto *dialog = new QFileDialog(m_window, tr("Save filtered deliveries"));
    dialog->setObjectName(QStringLiteral("saveRowsDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Table (*.csv)"), tr("JSON Lines (*.jsonl)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &chosen) {
        dialog->setDefaultSuffix(chosen.contains(QLatin1String("jsonl")) ? QStringLiteral("jsonl")
                                                                         : QStringLiteral("csv"));
    });
    dialog->selectFile(proposedFile("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, filter, columns](const QString &path) {
        const QString suffix = QFileInfo(path).suffix().toLower();
        const bool lines = suffix == QLatin1String("jsonl") || suffix == QLatin1String("json");
        writeRows(path, lines ? RowFormat::JsonLines : RowFormat::Csv, filter, columns);
    });
    dialog->open();
}

void ExportFlow::askForArchive(const QList<DeliveryId> &ids)
{
    auto *dialog = new QFileDialog(m_window, tr("Save as HTTP Archive"));
    dialog->setObjectName(QStringLiteral("saveArchiveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("HTTP Archive (*.har)")});
    dialog->setDefaultSuffix(QStringLiteral("har"));
    dialog->selectFile(proposedFile("har"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, ids](const QString &path) { writeArchive(path, ids); });
    dialog->open();
}

std::shared_ptr<ExportFlow::Job> ExportFlow::begin(const QString &path)
{
    auto job = std::make_shared<Job>(path, Progress(m_messages, m_clock, this));
    if (job->file.open(QIODevice::WriteOnly))
        return job;
    m_messages.post(
        {Message::Kind::Error, tr("%1 could not be written: %2").arg(path, job->file.errorString()), {}, {}});
    return nullptr;
}

void ExportFlow::writeRows(const QString &path, RowFormat format, const DeliveryFilter &filter,
                           const QList<int> &columns)
{
    const auto job = begin(path);
    if (!job)
        return;
    if (!filter.looksIntoBodies()) // that many can't be known without looking
        m_source.count(filter, this, [job](qint64 count) { job->total = count; });
    m_source.workspaceTag(this, [this, job, format, filter, columns](const QString &tag) {
        job->rows.emplace(format, columns, tag);
        job->write(job->rows->head());
        scanOn(job, filter);
    });
}

void ExportFlow::scanOn(const std::shared_ptr<Job> &job, const DeliveryFilter &filter)
{
    const auto write = [job](DeliveryScan &step) {
        for (const DeliveryRow &row : std::as_const(step.rows))
            job->write(job->rows->line(row));
        job->written += step.rows.size();
        step.rows.clear();
    };
    m_source.scan(filter, job->last, write, this, [this, job, filter](const DeliveryScan &step) {
        job->last = step.last;
        if (step.ended || job->failed || job->progress.isCancelled())
            return finish(*job);
        tell(job);
        scanOn(job, filter);
    });
}

void ExportFlow::writeArchive(const QString &path, const QList<DeliveryId> &ids)
{
    const auto job = begin(path);
    if (!job)
        return;
    job->total = ids.size();
    job->write(harBegin(QCoreApplication::applicationVersion()));
    visitOn(job, ids);
}

void ExportFlow::visitOn(const std::shared_ptr<Job> &job, const QList<DeliveryId> &ids)
{
    const auto write = [job](const DeliveryDetail &detail) {
        const QByteArray entries = harEntries(detail);
        ++job->written;
        if (entries.isEmpty())
            return;
        job->write(job->anEntry ? ",\n" + entries : entries);
        job->anEntry = true;
    };
    const QList<DeliveryId> now = ids.first(qMin<qsizetype>(kAtOnce, ids.size()));
    const QList<DeliveryId> rest = ids.sliced(now.size());
    m_source.visit(now, write, this, [this, job, rest](int) {
        if (!rest.isEmpty() && !job->failed && !job->progress.isCancelled()) {
            tell(job);
            return visitOn(job, rest);
        }
        job->write(harEnd());
        finish(*job);
    });
}

void ExportFlow::tell(const std::shared_ptr<Job> &job)
{
    const QLocale locale;
    job->progress.tell(job->total < 0 ? tr("Saving: %1 deliveries are written.").arg(locale.toString(job->written))
                                      : tr("Saving: %1 of %2 deliveries are written.")
                                            .arg(locale.toString(job->written), locale.toString(job->total)));
}

void ExportFlow::finish(Job &job)
{
    if (job.progress.isCancelled()) {
        job.file.cancelWriting();
        m_messages.post({Message::Kind::Info, tr("Nothing was saved."), {}, {}});
    } else if (job.failed || !job.file.commit()) {
        m_messages.post(
            {Message::Kind::Error, tr("%1 could not be written: %2").arg(job.name, job.file.errorString()), {}, {}});
    } else {
        m_messages.post({Message::Kind::Info, endOf(job), {}, {}});
    }
}

QString ExportFlow::endOf(const Job &job) const
{
    QString text = tr("%n deliveries are saved to %1.", nullptr, int(job.written)).arg(job.name);
    if (job.rows && job.rows->disarmed() > 0)
        text += QLatin1Char(' ')
            + tr("%n cells that begin as a formula does (= + - @) have an apostrophe in front, so that no spreadsheet "
                 "runs them.",
                 nullptr, int(job.rows->disarmed()));
    return text;
}

} // namespace callboard
