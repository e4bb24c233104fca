#include "ui/look/findbar.h"
#include "ui/look/payloadview.h"

#include <Qsci/qsciscintilla.h>

#include <QLabel>
#include <QStackedWidget>

// The part of PayloadView that finds in what it shows.

namespace callboard {

namespace {

constexpr qsizetype kMostMatches = 10'000;
constexpr qsizetype kMostMarked = 2'000; // with a box around each
constexpr int kMatchIndicator = 8;

unsigned long word(qsizetype number)
{
    return static_cast<unsigned long>(number);
}

} // namespace

void PayloadView::openFind()
{
    if (m_stack->currentWidget() == m_empty)
        return;
    m_find->open();
    seek(m_find->sought(), 0);
}

// `step` 0: what is sought or shown has changed, and the first match from there on is the one.
void PayloadView::seek(const QString &sought, int step)
{
    if (step == 0) {
        const void *shown = m_editor->SendScintillaPtrResult(QsciScintilla::SCI_GETCHARACTERPOINTER);
        m_matches = payloadtext::occurrences(QByteArray::fromRawData(static_cast<const char *>(shown), m_shown),
                                             sought.toUtf8(), kMostMatches);
        const bool same = m_sought == sought;
        m_sought = sought;
        m_match = m_matches.isEmpty() ? -1 : same ? qBound(0, m_match, int(m_matches.size()) - 1) : 0;
        markMatches();
    } else if (!m_matches.isEmpty()) {
        m_match = int((m_match + step + m_matches.size()) % m_matches.size());
    }
    showMatch();
}

void PayloadView::showMatch()
{
    m_find->showPlace(m_match, m_matches.size(), m_matches.size() == kMostMatches);
    if (m_match < 0)
        return;
    const qsizetype at = m_matches[m_match];
    const qsizetype end = at + m_sought.toUtf8().size();
    m_editor->SendScintilla(QsciScintilla::SCI_SETSEL, word(at), long(end));
    m_editor->SendScintilla(QsciScintilla::SCI_SCROLLRANGE, word(at), long(end));
}

void PayloadView::markMatches()
{
    m_editor->SendScintilla(QsciScintilla::SCI_SETINDICATORCURRENT, word(kMatchIndicator));
    m_editor->SendScintilla(QsciScintilla::SCI_INDICATORCLEARRANGE, 0UL, long(m_shown));
    const long length = long(m_sought.toUtf8().size());
    for (qsizetype i = 0; i < qMin(m_matches.size(), kMostMarked); ++i)
        m_editor->SendScintilla(QsciScintilla::SCI_INDICATORFILLRANGE, word(m_matches[i]), length);
}

void PayloadView::styleMatches(const QColor &color)
{
    m_editor->SendScintilla(QsciScintilla::SCI_INDICSETSTYLE, word(kMatchIndicator),
                            long(QsciScintilla::INDIC_ROUNDBOX));
    m_editor->SendScintilla(QsciScintilla::SCI_INDICSETFORE, word(kMatchIndicator), color);
    m_editor->SendScintilla(QsciScintilla::SCI_INDICSETALPHA, word(kMatchIndicator), 60L);
}

} // namespace callboard
