// What a callback says when it is an e-mail: subject, text and HTML part, name and type of the attachment. Pure. Every
// value of the record is text: it can't open a tag, a header or a line of its own in the subject.
#pragma once

#include "core/domain/event.h"
#include "core/domain/target.h"
#include "core/payload/mediarecord.h"

namespace callboard {

struct MailText {
    QString subject; // "T1S03 was published"; one line, at most 200 characters
    QString text;
    QString html;
    QString attachmentName; // callback.json, callback.xml
};

// `subject` and `note` come from the mailto URL and win over the defaults.
[[nodiscard]] MailText mailText(const MediaRecord &record, const MediaEvent &event, PayloadFormat format,
                                const QString &subject, const QString &note);

} // namespace callboard
