#include "ui/look/payloadview.h"

#include "ui/look/look.h"
#include "ui/look/payloadtext.h"

#include <Qsci/qsciscintilla.h>

#include <QEvent>
#include <QLabel>
#include <QStackedLayout>

namespace callboard {

namespace {

struct StyleColors {
    payloadtext::Style style;
    QRgb light;
    QRgb dark;
};

constexpr StyleColors kColors[] = {
    {payloadtext::Style::Key, 0xff0b5394, 0xff8cc2ff},       {payloadtext::Style::String, 0xff2b6a1f, 0xffa5d6a0},
    {payloadtext::Style::Number, 0xff8a3ab9, 0xffd3a6f2},    {payloadtext::Style::Literal, 0xffa8480a, 0xffffb27a},
    {payloadtext::Style::Mark, 0xff6a727c, 0xff9ca4af},      {payloadtext::Style::Tag, 0xff0b5394, 0xff8cc2ff},
    {payloadtext::Style::Attribute, 0xff8a5a00, 0xffe0b040}, {payloadtext::Style::Comment, 0xff6a727c, 0xff9ca4af},
};

QsciScintilla *makeEditor(QWidget *parent)
{
    auto *editor = new QsciScintilla(parent);
    editor->setUtf8(true);
    editor->setReadOnly(true);
    editor->setFrameShape(QFrame::NoFrame);
    editor->setWrapMode(QsciScintilla::WrapCharacter);
    editor->setCaretWidth(0);
    for (int margin = 0; margin < 5; ++margin)
        editor->setMarginWidth(margin, 0);
    editor->SendScintilla(QsciScintilla::SCI_SETMARGINLEFT, 0UL, 16L);
    editor->SendScintilla(QsciScintilla::SCI_SETMARGINRIGHT, 0UL, 8L);
    editor->SendScintilla(QsciScintilla::SCI_SETLEXER, static_cast<unsigned long>(QsciScintilla::SCLEX_CONTAINER));
    editor->SendScintilla(QsciScintilla::SCI_SETEXTRAASCENT, 2UL);
    editor->SendScintilla(QsciScintilla::SCI_SETEXTRADESCENT, 1UL);
    // Tab leaves the view: it is read-only, and the keyboard must not be caught in it.
    editor->SendScintilla(QsciScintilla::SCI_CLEARCMDKEY, static_cast<unsigned long>(QsciScintilla::SCK_TAB));
    editor->SendScintilla(QsciScintilla::SCI_USEPOPUP, 0UL);
    editor->setObjectName(QStringLiteral("payloadEditor"));
    return editor;
}

} // namespace

PayloadView::PayloadView(QWidget *parent)
    : QWidget(parent)
    , m_editor(makeEditor(this))
    , m_empty(look::plainLabel(tr("Nothing to show"), this))
{
    m_editor->setAccessibleName(tr("Payload"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(look::kMargin);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    look::makeQuiet(m_empty);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setContentsMargins(0, 6, 0, 0);
    auto *layout = new QStackedLayout(this);
    layout->addWidget(m_empty);
    layout->addWidget(m_editor);
    setFocusProxy(m_editor);
    applyColors();
}

void PayloadView::setContent(const QByteArray &bytes, Language language)
{
    m_language = language;
    const QByteArray shown = payloadtext::readable(bytes, language);
    static_cast<QStackedLayout *>(layout())->setCurrentIndex(shown.isEmpty() ? 0 : 1);
    if (shown == m_editor->text().toUtf8())
        return; // keeps the place one is reading
    m_editor->setText(QString::fromUtf8(shown));
    const QByteArray styles = payloadtext::highlight(shown, language);
    m_editor->SendScintilla(QsciScintilla::SCI_STARTSTYLING, 0UL);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSTYLINGEX, static_cast<unsigned long>(styles.size()),
                            styles.constData());
    m_editor->SendScintilla(QsciScintilla::SCI_GOTOPOS, 0UL);
}

void PayloadView::setEmptyText(const QString &text)
{
    m_empty->setText(text);
}

QString PayloadView::text() const
{
    return m_editor->text();
}

PayloadView::Language PayloadView::languageFor(QByteArrayView contentType)
{
    QByteArray type = contentType.toByteArray().toLower();
    type = type.left(type.indexOf(';') < 0 ? type.size() : type.indexOf(';')).trimmed();
    if (type.endsWith("/json") || type.endsWith("+json"))
        return Language::Json;
    if (type.endsWith("/xml") || type.endsWith("+xml"))
        return Language::Xml;
    return Language::Plain;
}

void PayloadView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColors();
}

void PayloadView::applyColors()
{
    const QFont font = look::fixedFont();
    const QPalette colors = palette();
    const QColor paper = colors.color(QPalette::Base);
    const QColor ink = colors.color(QPalette::Text);
    const QByteArray family = font.family().toUtf8();
    for (int style = 0; style < payloadtext::kStyles; ++style) {
        const auto id = static_cast<unsigned long>(style);
        m_editor->SendScintilla(QsciScintilla::SCI_STYLESETFONT, id, family.constData());
        m_editor->SendScintilla(QsciScintilla::SCI_STYLESETSIZEFRACTIONAL, id,
                                long(font.pointSizeF() * int(QsciScintilla::SC_FONT_SIZE_MULTIPLIER)));
        m_editor->SendScintilla(QsciScintilla::SCI_STYLESETBACK, id, paper);
        m_editor->SendScintilla(QsciScintilla::SCI_STYLESETFORE, id, ink);
    }
    m_editor->SendScintilla(QsciScintilla::SCI_STYLESETBACK, static_cast<unsigned long>(QsciScintilla::STYLE_DEFAULT),
                            paper);
    for (const StyleColors &entry : kColors) {
        m_editor->SendScintilla(QsciScintilla::SCI_STYLESETFORE, static_cast<unsigned long>(entry.style),
                                QColor::fromRgb(look::isDark(colors) ? entry.dark : entry.light));
    }
    m_editor->SendScintilla(QsciScintilla::SCI_STYLESETWEIGHT, static_cast<unsigned long>(payloadtext::Style::Strong),
                            long(QFont::DemiBold));
    m_editor->setSelectionBackgroundColor(colors.color(QPalette::Highlight));
    m_editor->resetSelectionForegroundColor();
}

} // namespace callboard
