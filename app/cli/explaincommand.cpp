#include "app/cli/explaincommand.h"

#include "app/cli/eventfile.h"
#include "core/engine/explanation.h"

namespace callboard::cli {

namespace {

constexpr qsizetype kNameColumn = 16;

QString name(const MediaEvent &event)
{
    return QStringLiteral("%1 (%2, asset %3)").arg(event.sourceId, event.type, event.asset);
}

QString heading(const Explanation &explanation)
{
    const QString event = name(explanation.event);
    if (explanation.targets.isEmpty())
        return QStringLiteral("%1: there are no targets, so nobody is called.").arg(event);
    const QString called = QString::number(explanation.calledCount());
    const QString all = QString::number(explanation.targets.size());
    if (!explanation.isRecorded())
        return QStringLiteral("%1: not taken in; %2 of %3 targets would be called.").arg(event, called, all);
    const auto also = [](int count, const QString &what) { return count == 0 ? QString() : what.arg(count); };
    return QStringLiteral("%1: taken in at %2; %3 of %4 targets were called%5%6.")
        .arg(event, toIso(explanation.event.receivedAt), called, all,
             also(explanation.unendedCount(), QStringLiteral(", %1 of these calls not done yet")),
             also(explanation.unknownCount(), QStringLiteral(", of %1 no record is kept")));
}

QString verdict(const Explained &explained)
{
    switch (explained.fate) {
    case Fate::WouldBeCalled:
    case Fate::WouldJoin: return QStringLiteral("would be called");
    case Fate::WouldBeHeld: return QStringLiteral("would be held");
    case Fate::WouldBeStopped: return QStringLiteral("would be stopped");
    case Fate::NotWanted: return QStringLiteral("not");
    case Fate::Missing: return QStringLiteral("not known any more");
    case Fate::Unrecorded: return QStringLiteral("not recorded");
    case Fate::Merged:
    case Fate::Superseded: return toString(explained);
    case Fate::Carried:
        return QStringLiteral("%1 (delivery %2)")
            .arg(toString(explained), QString::number(explained.delivery->id.value));
    }
    return {};
}

QJsonObject toJson(const Explained &explained, const QString &event, const QString &tag)
{
    const DeliveryId delivery = explained.delivery ? explained.delivery->id : explained.joins;
    const bool known = explained.fate != Fate::Unrecorded;
    return {{QStringLiteral("event"), event},
            {QStringLiteral("target"), explained.target.value},
            {QStringLiteral("targetName"), explained.name},
            {QStringLiteral("wanted"), known ? QJsonValue(explained.fate != Fate::NotWanted) : QJsonValue()},
            {QStringLiteral("outcome"), toString(explained)},
            {QStringLiteral("reason"), explained.reason},
            {QStringLiteral("delivery"), delivery.isValid() ? QJsonValue(webhookId(tag, delivery)) : QJsonValue()}};
}

void print(const Common &common, const Explanation &explanation, const QString &tag)
{
    if (explanation.contradicts)
        say(QStringLiteral("%1 was taken in before with other content: this one would be refused. What follows is the "
                           "record of the one that was taken in.")
                .arg(name(explanation.event)));
    if (!common.json)
        printLine(heading(explanation));
    for (const Explained &explained : explanation.targets) {
        if (common.json)
            printJson(toJson(explained, explanation.event.sourceId, tag));
        else
            printLine(QStringLiteral("  %1  %2: %3")
                          .arg(explained.name.leftJustified(kNameColumn), verdict(explained), explained.reason));
    }
}

int explainFile(const Common &common, const WorkspaceReader &reader, const QString &file)
{
    const auto batches = readEventFile(file);
    if (!batches)
        return report(batches.error());
    for (const QList<MediaEvent> &batch : *batches) {
        for (const MediaEvent &event : batch) {
            const auto explanation = explainEvent(reader, event);
            if (!explanation)
                return report(explanation.error());
            print(common, *explanation, reader.workspaceTag());
        }
    }
    return Done;
}

// The newest state that the delivery carries.
int explainDelivery(const Common &common, const WorkspaceReader &reader, const QString &delivery)
{
    const auto explanation = reader.deliveryId(delivery)
                                 .and_then([&](DeliveryId id) { return reader.delivery(id); })
                                 .and_then([&](const DeliveryDetail &detail) {
                                     return explainEvent(reader, detail.row.delivery.latestEvent);
                                 });
    if (!explanation)
        return report(explanation.error());
    print(common, *explanation, reader.workspaceTag());
    return Done;
}

} // namespace

int explainEvents(const Common &common, const ExplainOptions &options)
{
    if (options.file.empty() == options.delivery.empty())
        return report({ErrorCode::InvalidArgument,
                       QStringLiteral("Name a file of events, or a delivery: callboard explain event.json, "
                                      "callboard explain --delivery 4711")});
    const auto reader = WorkspaceReader::open(common.workspace);
    if (!reader)
        return report(reader.error());
    return options.delivery.empty() ? explainFile(common, **reader, QString::fromStdString(options.file))
                                    : explainDelivery(common, **reader, QString::fromStdString(options.delivery));
}

} // namespace callboard::cli
