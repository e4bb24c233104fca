#include "ui/targets/form/headerfield.h"

#include "ui/look/look.h"
#include "ui/targets/form/headeradvice.h"
#include "ui/targets/form/headerlines.h"
#include "ui/targets/form/headertable.h"
#include "ui/targets/form/named.h"

#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard {

namespace {

constexpr int kTextLines = 6;

// And the secrets among `earlier` that none of them stands for. A value with dots in it is a slip of the keyboard.
HeaderList withSecretsOf(const HeaderList &headers, const HeaderList &earlier)
{
    HeaderList all;
    for (const Header &header : earlier) {
        const bool there = std::any_of(headers.begin(), headers.end(), [&header](const Header &other) {
            return other.name.compare(header.name, Qt::CaseInsensitive) == 0 && !other.value.contains(kMask);
        });
        if (header.secret && !there)
            all.append(header);
    }
    return all + headers;
}

} // namespace

HeaderField::HeaderField(QWidget *parent)
    : QWidget(parent)
    , m_table(new HeaderTable(this))
    , m_edit(named(new QPlainTextEdit(this), "headerTextEdit", tr("Headers as text, one a line")))
    , m_toggle(new QToolButton(this))
{
    m_edit->setFont(look::fixedFont());
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->setTabChangesFocus(true);
    m_edit->setPlaceholderText(tr("Name: value\n# Name: value, kept and not sent"));
    m_edit->setFixedHeight(kTextLines * m_edit->fontMetrics().lineSpacing() + 4 * look::kGap);
    setFocusPolicy(Qt::StrongFocus); // as a label's buddy; the keyboard goes on to its proxy
    named(m_toggle, "headerModeButton", {});
    m_toggle->setAutoRaise(true);
    m_toggle->setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::kGap / 2);
    column->addWidget(m_table);
    column->addWidget(m_edit);
    column->addWidget(m_toggle, 0, Qt::AlignRight);
    connect(m_table, &HeaderTable::headersChanged, this, &HeaderField::headersChanged);
    connect(m_table, &HeaderTable::curlPasted, this, &HeaderField::curlPasted);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        if (m_loading)
            return;
        readText();
        emit headersChanged();
    });
    connect(m_toggle, &QToolButton::clicked, this, [this] {
        setText(!m_isText);
        focusProxy()->setFocus(Qt::OtherFocusReason);
    });
    showMode();
}

void HeaderField::setHeaders(const HeaderList &headers)
{
    if (headers == this->headers() && m_problems.isEmpty())
        return; // whoever stands in a cell stays there
    m_table->setHeaders(headers);
    m_problems.clear();
    m_before = withSecretsOf(headers, m_before); // dots that are typed again still stand for them
    m_read = headers;
    setTyped({});
}

HeaderList HeaderField::headers() const
{
    return m_isText ? m_read : m_table->headers();
}

QStringList HeaderField::advice() const
{
    QStringList advice = m_isText ? headerAdvice(m_read) : m_table->advice();
    advice.removeAll(QString());
    return advice;
}

void HeaderField::setKnownNames(const QStringList &names)
{
    m_table->setKnownNames(names);
}

void HeaderField::setText(bool text)
{
    if (text == m_isText || !m_problems.isEmpty())
        return;
    if (text) {
        m_before = m_table->headers();
        m_read = m_before;
        m_isText = true;
        setTyped({});
    } else {
        m_table->setHeaders(m_read);
        m_isText = false;
    }
    showMode();
}

QString HeaderField::typed() const
{
    const QString text = m_isText ? m_edit->toPlainText() : QString();
    return m_problems.isEmpty() && text == headerText(m_read) ? QString() : text;
}

void HeaderField::setTyped(const QString &text)
{
    if (!m_isText)
        return;
    const QScopedValueRollback loading(m_loading, true);
    const QString wanted = text.isEmpty() ? headerText(m_read) : text;
    if (wanted != m_edit->toPlainText())
        m_edit->setPlainText(wanted);
    readText();
}

void HeaderField::readText()
{
    const HeaderTextReading reading = readHeaderText(m_edit->toPlainText(), m_before);
    m_read = reading.headers;
    m_problems = reading.problems;
    m_toggle->setEnabled(m_problems.isEmpty());
    m_toggle->setToolTip(m_problems.isEmpty() ? tr("Shows the headers as a table") : m_problems.first());
}

void HeaderField::showMode()
{
    m_table->setVisible(!m_isText);
    m_edit->setVisible(m_isText);
    setFocusProxy(m_isText ? static_cast<QWidget *>(m_edit) : m_table);
    m_toggle->setText(m_isText ? tr("Edit as table") : tr("Edit as text"));
    m_toggle->setAccessibleName(m_isText ? tr("Edit the headers as a table") : tr("Edit the headers as text"));
    if (!m_isText)
        m_toggle->setToolTip(tr("All headers as lines of text, to change many at once"));
}

} // namespace callboard
