#include "ui/look/recorded.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <vector>

namespace callboard {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::Recorded)
};

// As core writes them (tests hold it to that), with the parts in order; what another could be taken for comes after it.
constexpr const char *kSentences[] = {
    QT_TRANSLATE_NOOP("callboard::Recorded", "Its circuit is open: it was failing when Callboard last ended."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "Its circuit is open: %1 of the last %2 attempts failed."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "The target is paused."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "The target is disabled."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "Its target was removed."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "The receiver answered 410 Gone: it wants no more callbacks."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "it is this machine"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "it is in a private network"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "it is a link-local address"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "it is a cloud metadata service"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "it is a multicast address"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "it is not a public address"),
    QT_TRANSLATE_NOOP("callboard::Recorded",
                      "%1 may not be called: %2. Allow internal addresses for this target if it is meant."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "%1 may not be called: %2."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "The name %1 has no address (port %2)."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "The name %1 has no address."),
    QT_TRANSLATE_NOOP("callboard::Recorded",
                      "The name %1 could not be looked up within %2; the name server did not answer."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "The name %1 could not be looked up: %2."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "Cancelled here before it was sent to %1 (port %2)."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "Cancelled here before %1 answered (port %2)."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "No trusted TLS connection to %1 (port %2): %3."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "No trusted TLS connection to %1 (port %2)."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "TLS with %1 broke before a complete answer (port %2): %3."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "TLS with %1 broke before a complete answer (port %2)."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "%1 accepted it with %2, but its answer is incomplete (port %3)."),
    QT_TRANSLATE_NOOP("callboard::Recorded",
                      "%1 sent the interim answer %2, and its final one could not be read (port %3)."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "%1 did not answer within %2 (port %3)."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "%1 did not accept a connection within %2 (port %3)."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "%1 refused the connection (port %2)."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "%1 broke off the TLS handshake (port %2)."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "%1 can't be reached from here (port %2): %3."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "%1 can't be reached from here (port %2)."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "%1 answered with something that is not HTTP (port %2)."),
    QT_TRANSLATE_NOOP("callboard::Recorded",
                      "%1 closed the connection before a complete answer, or what it answered is not HTTP (port %2)."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "%1 closed the connection before a complete answer (port %2)."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "%1 answered %2 and points to %3 (port %4); redirects are not followed."),
    QT_TRANSLATE_NOOP("callboard::Recorded", "%1 answered %2 (port %3)."),
    // What a record's values mean.
    QT_TRANSLATE_NOOP("callboard::Recorded", "in seconds"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "in bytes"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "unit not known"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "not known"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "the project's id"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "Brightcove's id"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "unknown"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "image"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "video"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "audio"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "text"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "uploading"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "queued"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "converting"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "converted, ready"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "failed"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "incomplete upload"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "trashed"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "deleted"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "unmoderated"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "accepted"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "denied"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "trashed, was: %1"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "deleted, was: %1"),
    QT_TRANSLATE_NOOP("callboard::Recorded", "%1, time zone not known"),
};

struct Form {
    const char *sentence;
    QRegularExpression shape; // a group for each part
};

Form formOf(const char *sentence)
{
    static const QRegularExpression part(QStringLiteral("\\\\%\\d"));
    QString shape = QRegularExpression::escape(QString::fromUtf8(sentence));
    shape.replace(part, QStringLiteral("(.+?)"));
    return {sentence, QRegularExpression(QRegularExpression::anchoredPattern(shape))};
}

const std::vector<Form> &forms()
{
    static const std::vector<Form> all = [] {
        std::vector<Form> made;
        for (const char *sentence : kSentences)
            made.push_back(formOf(sentence));
        return made;
    }();
    return all;
}

// All parts at once: one of them may hold a percent sign.
QString filled(const QString &sentence, const QRegularExpressionMatch &match)
{
    const auto part = [&match](int number) { return inOurLanguage(match.captured(number)); };
    switch (match.lastCapturedIndex()) {
    case 0: return sentence;
    case 1: return sentence.arg(part(1));
    case 2: return sentence.arg(part(1), part(2));
    case 3: return sentence.arg(part(1), part(2), part(3));
    default: return sentence.arg(part(1), part(2), part(3), part(4));
    }
}

} // namespace

QString inOurLanguage(const QString &recorded)
{
    if (Words::tr(kSentences[0]) == QString::fromUtf8(kSentences[0]))
        return recorded; // the window speaks English
    for (const Form &form : forms()) {
        if (const auto match = form.shape.match(recorded); match.hasMatch())
            return filled(Words::tr(form.sentence), match);
    }
    return recorded;
}

} // namespace callboard
