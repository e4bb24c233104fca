// Shows bytes as text, highlighted as JSON, XML or plain (QScintilla, read-only). Text stays text: nothing is rendered
// or loaded. Control and bidi characters show escaped. JSON on one line is reflowed for reading unless raw is asked
// for; the bytes themselves are never changed. Large contents show their first megabyte and say so.
#pragma once

#include <QByteArray>
#include <QWidget>

class QLabel;
class QsciScintilla;

namespace callboard {

class PayloadView : public QWidget {
    Q_OBJECT

public:
    enum class Language { Plain, Json, Xml, Http }; // Http: a request or response head, then a body by its content type
    explicit PayloadView(QWidget *parent = nullptr);

    void setContent(const QByteArray &bytes, Language language);
    void setEmptyText(const QString &text); // shown in place of the editor when there is nothing
    [[nodiscard]] QString text() const;     // as shown
    [[nodiscard]] static Language languageFor(QByteArrayView contentType);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColors();

    QsciScintilla *m_editor = nullptr;
    QLabel *m_empty = nullptr;
    Language m_language = Language::Plain;
};

} // namespace callboard
