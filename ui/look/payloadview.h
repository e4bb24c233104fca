// Shows bytes as text, highlighted as JSON, XML or plain (QScintilla, read-only). Text stays text: nothing is rendered
// or loaded. Control and bidi characters show escaped. What stands on one line is reflowed for reading unless raw is
// asked for; the bytes themselves are never changed. Of a large content the first screen is there at once and the rest
// is laid out on another thread, up to its first megabyte unless all of it is asked for.
#pragma once

#include "ui/look/payloadlayer.h"

#include <QByteArray>
#include <QWidget>

class QLabel;
class QsciScintilla;
class QStackedWidget;

namespace callboard {

class FindBar;

class PayloadView : public QWidget {
    Q_OBJECT

public:
    using Language = PayloadLanguage;
    enum class Mode { Pretty, Raw, Hex };
    explicit PayloadView(QWidget *parent = nullptr);
    ~PayloadView() override;

    void setContent(const QByteArray &bytes, Language language);
    // A message: pretty shows its body, raw and hexadecimal head and body as they were on the wire.
    // `wholeSize`: of the body as it came, where not all of it is kept; else 0.
    void setMessage(const QByteArray &head, const QByteArray &body, Language language, qint64 wholeSize = 0);
    void setEmptyText(const QString &text); // shown in place of the editor when there is nothing
    [[nodiscard]] QString text() const;     // as shown
    [[nodiscard]] const QByteArray &body() const { return m_body; }
    [[nodiscard]] Language language() const { return m_language; } // of the body
    [[nodiscard]] bool isEmpty() const { return m_head.isEmpty() && m_body.isEmpty(); }
    [[nodiscard]] QString sizeText() const; // "1.2 KiB", "cut at 256 KiB of 3.1 MiB"; empty: nothing

    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] bool isCut() const { return m_cut; } // there is more than is laid out
    void showAll();
    // Of the hexadecimal lines.
    [[nodiscard]] int pageCount() const;
    [[nodiscard]] int page() const { return m_page; }
    void setPage(int page);

    void openFind();
    [[nodiscard]] static Language languageFor(QByteArrayView contentType);

signals:
    void shownChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QByteArray shownBytes() const;
    void layOutAnew();
    void present(const payloadtext::Layout &layout);
    void takeLayout(const payloadtext::Layout &layout);
    void append(const QByteArray &text, const QByteArray &styles);
    void appendSome();
    void applyColors();
    void seek(const QString &sought, int step);
    void showMatch();
    void markMatches();
    void styleMatches(const QColor &color);

    QStackedWidget *m_stack = nullptr;
    QsciScintilla *m_editor = nullptr;
    QLabel *m_empty = nullptr;
    FindBar *m_find = nullptr;
    PayloadLayer m_layer;
    QByteArray m_head;
    QByteArray m_body;
    qint64 m_wholeSize = 0;
    Language m_language = Language::Plain;
    Mode m_mode = Mode::Pretty;
    bool m_wantsAll = false;
    bool m_cut = false;
    int m_page = 0;
    payloadtext::Layout m_rest; // laid out; of it m_shown bytes are in the editor
    qsizetype m_shown = 0;
    QString m_sought;
    QList<qsizetype> m_matches;
    int m_match = -1;
};

} // namespace callboard
