#include "ui/deliveries/changes/changewords.h"

#include "ui/look/payloadtext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTextDocument>

namespace callboard::changewords {

namespace {

constexpr qsizetype kMostInCell = 300;
constexpr qsizetype kMostInTip = 2'000;
constexpr qsizetype kMostNames = 3;

using Kind = AssetChanges::Kind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::Changes)
};

QString escaped(const QString &text, qsizetype most)
{
    const QString head = text.size() > most ? QString(text.left(most) + u'…') : text;
    return QString::fromUtf8(payloadtext::readable(head.toUtf8(), PayloadLanguage::Plain));
}

QString differing(const AssetChanges &changes)
{
    const QString what = Words::tr("%n fields differ from what delivery %1 told this target.", nullptr,
                                   int(changes.changes.size()))
                             .arg(changes.against.value);
    return changes.shown.isEmpty()
        ? what
        : QString(what + QLatin1Char(' ') + Words::tr("This shows: %1.").arg(events(changes.shown)));
}

QString same(const AssetChanges &changes)
{
    if (changes.replay)
        return Words::tr("No visible change: this replay carries the record that delivery %1 carried.")
            .arg(changes.against.value);
    return Words::tr("No visible change: the platform reported “%1” again. The record is the one that delivery %2 "
                     "carried.")
        .arg(events(changes.reported))
        .arg(changes.against.value);
}

} // namespace

Mark markOf(const FieldChange &change)
{
    if (!change.before)
        return Mark::Added;
    return change.after ? Mark::Changed : Mark::Removed;
}

QString word(Mark mark)
{
    switch (mark) {
    case Mark::Added: return Words::tr("added");
    case Mark::Changed: return Words::tr("changed");
    case Mark::Removed: return Words::tr("removed");
    }
    return {};
}

QString events(const QList<Trigger> &triggers)
{
    QStringList list;
    for (const Trigger trigger : triggers)
        list << info(trigger).word;
    return list.join(QStringLiteral(", "));
}

QString summary(const AssetChanges &changes)
{
    switch (changes.kind) {
    case Kind::Unknown: return {};
    case Kind::NoRecord: return Words::tr("The event carries no record, so there is nothing to compare.");
    case Kind::Elsewhere:
        return Words::tr("This replay carries what was newest when it was sent, which none of the events it repeats "
                         "holds. Payload shows it.");
    case Kind::Unreadable: return Words::tr("The record can't be read: %1").arg(changes.problem);
    case Kind::FirstTime:
        return Words::tr("This target hears of this asset for the first time: the whole record is new to it.");
    case Kind::NothingToMatch:
        return Words::tr("What delivery %1 carried can't be read, so there is nothing to compare with: %2")
            .arg(changes.against.value)
            .arg(changes.problem);
    case Kind::Same: return same(changes);
    case Kind::Different: return differing(changes);
    }
    return {};
}

QString names(const QList<FieldChange> &changes)
{
    QStringList list;
    for (const FieldChange &change : changes.first(qMin(kMostNames, changes.size())))
        list << cell(QString::fromUtf8(change.name));
    const QString some = list.join(QStringLiteral(", "));
    const auto left = int(changes.size() - list.size());
    return left > 0 ? Words::tr("%1 and %n more", nullptr, left).arg(some) : some;
}

QString warnings(const AssetChanges &changes)
{
    QStringList list;
    for (const QString &warning : changes.warnings)
        list << escaped(warning, kMostInCell);
    if (changes.fieldCount > changes.fields.size()) {
        list << Words::tr("Only the first %1 of %2 fields are listed.")
                    .arg(QLocale().toString(changes.fields.size()), QLocale().toString(changes.fieldCount));
    }
    return list.join(QLatin1Char('\n'));
}

QString cell(const QString &value)
{
    QString line = escaped(value, kMostInCell);
    for (const char c : {'\n', '\t'})
        line.replace(QLatin1Char(c), QLatin1Char(' '));
    return line;
}

QString cell(const QString &value, const QString &meaning)
{
    if (meaning.isEmpty())
        return cell(value);
    if (value.isEmpty() || meaning.startsWith(value))
        return cell(meaning);
    return Words::tr("%1 (%2)", "a value and its meaning").arg(cell(value), cell(meaning));
}

QString tip(const QString &value)
{
    const QString text = escaped(value, kMostInTip);
    return Qt::mightBeRichText(text) ? text.toHtmlEscaped() : text;
}

} // namespace callboard::changewords
