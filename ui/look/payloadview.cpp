#include "ui/look/payloadview.h"

#include "ui/look/findbar.h"
#include "ui/look/look.h"

#include <Qsci/qsciscintilla.h>

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

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

constexpr qsizetype kAtOnce = 64 * 1024;      // laid out without another thread
constexpr qsizetype kFirstScreen = 32 * 1024; // of what is larger
constexpr qsizetype kAtATime = 32 * 1024;     // into the editor, which breaks all that it gets into lines at once
constexpr qsizetype kHexPage = 64 * 1024;
constexpr qsizetype kEverything = 1'000'000'000;

unsigned long word(qsizetype number)
{
    return static_cast<unsigned long>(number);
}

// Up to where `text` may go into the editor in one go: whole lines.
qsizetype portion(const QByteArray &text, qsizetype from)
{
    if (text.size() - from <= kAtATime)
        return text.size() - from;
    const qsizetype line = text.lastIndexOf('\n', from + kAtATime);
    return line > from ? line + 1 - from : kAtATime;
}

QsciScintilla *makeEditor(QWidget *parent)
{
    auto *editor = new QsciScintilla(parent);
    editor->setUtf8(true);
    editor->setReadOnly(true);
    editor->setFrameShape(QFrame::NoFrame);
    editor->setWrapMode(QsciScintilla::WrapCharacter);
    editor->setCaretWidth(0);
    editor->setCaretLineVisible(true); // while it has the focus, and says so
    editor->setCaretLineFrameWidth(2);
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
    editor->SendScintilla(QsciScintilla::SCI_SETUNDOCOLLECTION, 0UL);
    editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1UL);
    editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTHTRACKING, 1UL);
    editor->setLayoutDirection(Qt::LeftToRight); // bytes read that way in every language
    editor->setObjectName(QStringLiteral("payloadEditor"));
    return editor;
}

} // namespace

PayloadView::PayloadView(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_editor(makeEditor(this))
    , m_empty(look::plainLabel(tr("Nothing to show"), this))
    , m_find(new FindBar(this))
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
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_editor);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_find);
    m_editor->setFocusPolicy(Qt::NoFocus);
    connect(&m_layer, &PayloadLayer::laidOut, this, &PayloadView::takeLayout);
    connect(m_find, &FindBar::soughtChanged, this, [this](const QString &sought) { seek(sought, 0); });
    connect(m_find, &FindBar::stepRequested, this, [this](int step) { seek(m_find->sought(), step); });
    connect(m_find, &FindBar::closed, this, [this] {
        m_find->hide();
        m_editor->setFocus(Qt::ShortcutFocusReason);
        seek({}, 0);
    });
    applyColors();
}

PayloadView::~PayloadView() = default;

void PayloadView::setContent(const QByteArray &bytes, Language language)
{
    setMessage({}, bytes, language);
}

void PayloadView::setMessage(const QByteArray &head, const QByteArray &body, Language language, qint64 wholeSize)
{
    if (head == m_head && body == m_body && language == m_language && wholeSize == m_wholeSize)
        return; // keeps the place one is reading
    m_head = head;
    m_body = body;
    m_language = language;
    m_wholeSize = wholeSize;
    m_wantsAll = false;
    m_page = 0;
    layOutAnew();
}

void PayloadView::setEmptyText(const QString &text)
{
    m_empty->setText(text);
}

QString PayloadView::text() const
{
    return m_editor->text();
}

QString PayloadView::sizeText() const
{
    if (m_body.isEmpty())
        return {};
    const QLocale locale;
    const QString size = locale.formattedDataSize(m_body.size());
    if (m_wholeSize > m_body.size())
        return tr("cut at %1 of %2").arg(size, locale.formattedDataSize(m_wholeSize));
    return m_cut ? tr("%1, the first %2 are shown").arg(size, locale.formattedDataSize(payloadtext::kMostShown)) : size;
}

void PayloadView::setMode(Mode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    m_page = 0;
    layOutAnew();
}

void PayloadView::showAll()
{
    m_wantsAll = true;
    layOutAnew();
}

int PayloadView::pageCount() const
{
    return m_mode == Mode::Hex ? int((shownBytes().size() + kHexPage - 1) / kHexPage) : 1;
}

void PayloadView::setPage(int page)
{
    m_page = qBound(0, page, qMax(0, pageCount() - 1));
    layOutAnew();
}

QByteArray PayloadView::shownBytes() const
{
    return m_mode == Mode::Pretty ? m_body : m_head + m_body;
}

void PayloadView::layOutAnew()
{
    m_layer.forget();
    m_rest = {};
    const QByteArray bytes = shownBytes();
    const bool pretty = m_mode == Mode::Pretty;
    const Language language = !pretty && !m_head.isEmpty() ? Language::Http : m_language;
    m_stack->setCurrentIndex(bytes.isEmpty() ? 0 : 1);
    // Where nothing is to be read Tab goes on; handed to an editor that is not there, it would stay where it is.
    m_editor->setFocusPolicy(bytes.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    setFocusProxy(bytes.isEmpty() ? nullptr : m_editor);
    if (m_mode == Mode::Hex) {
        m_editor->setWrapMode(QsciScintilla::WrapNone);
        present(payloadtext::hexLines(bytes, m_page * kHexPage, kHexPage));
        m_cut = false;
    } else {
        m_editor->setWrapMode(QsciScintilla::WrapCharacter);
        const bool large = bytes.size() > kAtOnce;
        const bool truncated = m_wholeSize > m_body.size();
        const qsizetype most = m_wantsAll ? kEverything : payloadtext::kMostShown;
        payloadtext::Layout first = payloadtext::layOut(bytes, language, pretty, large ? kFirstScreen : kAtOnce,
                                                        truncated);
        if (const qsizetype line = first.text.lastIndexOf('\n'); large && line > 0)
            first.text.truncate(line + 1); // the last one may end anywhere
        m_cut = bytes.size() > most;
        present(first);
        if (large)
            m_layer.ask(bytes, language, pretty, most, truncated);
    }
    emit shownChanged();
}

// In place of what is shown.
void PayloadView::present(const payloadtext::Layout &layout)
{
    m_editor->SendScintilla(QsciScintilla::SCI_SETREADONLY, 0UL);
    m_editor->SendScintilla(QsciScintilla::SCI_CLEARALL);
    m_shown = 0;
    append(layout.text, layout.styles);
    m_editor->SendScintilla(QsciScintilla::SCI_GOTOPOS, 0UL);
    m_match = -1;
    seek(m_find->sought(), 0);
}

void PayloadView::append(const QByteArray &text, const QByteArray &styles)
{
    m_editor->SendScintilla(QsciScintilla::SCI_SETREADONLY, 0UL);
    m_editor->SendScintilla(QsciScintilla::SCI_APPENDTEXT, word(text.size()), text.constData());
    m_editor->SendScintilla(QsciScintilla::SCI_SETREADONLY, 1UL);
    m_editor->SendScintilla(QsciScintilla::SCI_STARTSTYLING, word(m_shown));
    m_editor->SendScintilla(QsciScintilla::SCI_SETSTYLINGEX, word(qMin(text.size(), styles.size())),
                            styles.constData());
    m_shown += text.size();
}

// The first screen is the beginning of it; what follows goes in behind, so that nobody loses his place.
void PayloadView::takeLayout(const payloadtext::Layout &layout)
{
    m_rest = layout;
    m_cut = layout.cut;
    const QByteArray first = m_editor->text().toUtf8();
    if (!layout.text.startsWith(first)) {
        m_editor->SendScintilla(QsciScintilla::SCI_SETREADONLY, 0UL);
        m_editor->SendScintilla(QsciScintilla::SCI_CLEARALL);
        m_shown = 0;
    }
    appendSome();
}

void PayloadView::appendSome()
{
    const qsizetype size = portion(m_rest.text, m_shown);
    if (size > 0)
        append(m_rest.text.mid(m_shown, size), m_rest.styles.mid(m_shown, size));
    if (m_shown < m_rest.text.size()) {
        QTimer::singleShot(0, &m_layer, [this, whole = m_rest.text.constData()] {
            if (whole == m_rest.text.constData())
                appendSome();
        });
        return;
    }
    m_rest = {};
    seek(m_find->sought(), 0);
    emit shownChanged();
}

PayloadView::Language PayloadView::languageFor(QByteArrayView contentType)
{
    return payloadtext::languageFor(contentType);
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
    styleMatches(colors.color(QPalette::Link));
    m_editor->setCaretLineBackgroundColor(colors.color(QPalette::Link));
    m_editor->setSelectionBackgroundColor(colors.color(QPalette::Highlight));
    m_editor->resetSelectionForegroundColor();
}

} // namespace callboard
