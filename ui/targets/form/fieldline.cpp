#include "ui/targets/form/fieldline.h"

#include "ui/look/look.h"

#include <QApplication>
#include <QEvent>

namespace callboard {

namespace {

QString signOf(FieldLine::Mood mood)
{
    switch (mood) {
    case FieldLine::Mood::Hint: return {};
    case FieldLine::Mood::Good: return QStringLiteral("✓ ");
    case FieldLine::Mood::Warning: return QStringLiteral("⚠ ");
    case FieldLine::Mood::Problem: return QStringLiteral("✕ ");
    }
    return {};
}

look::Tone toneOf(FieldLine::Mood mood)
{
    switch (mood) {
    case FieldLine::Mood::Hint: return look::Tone::Cancelled;
    case FieldLine::Mood::Good: return look::Tone::Delivered;
    case FieldLine::Mood::Warning: return look::Tone::Retrying;
    case FieldLine::Mood::Problem: return look::Tone::Failed;
    }
    return look::Tone::Cancelled;
}

} // namespace

FieldLine::FieldLine(const char *objectName, QWidget *parent)
    : QLabel(parent)
{
    setObjectName(QString::fromLatin1(objectName));
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::NoTextInteraction);
    setForegroundRole(QPalette::WindowText); // on a Base ground, too: it is the one that gets the mood's colour
    hide();
}

void FieldLine::say(Mood mood, const QString &sentence)
{
    sayUnsigned(mood, sentence);
    if (!sentence.isEmpty())
        setText(QString(signOf(mood) + sentence));
}

void FieldLine::sayUnsigned(Mood mood, const QString &sentence)
{
    m_mood = mood;
    m_sentence = sentence;
    setText(sentence);
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
    applyColor();
}

void FieldLine::applyColor()
{
    const QPalette ground = QApplication::palette(this);
    QPalette own;
    own.setColor(QPalette::WindowText, look::color(toneOf(m_mood), ground));
    setPalette(own);
}

void FieldLine::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        applyColor();
}

} // namespace callboard
