// The headers of a target: a table, or, for whoever edits many at once, lines of text. Secret values stand as dots in
// both and are kept where the dots are left alone.
#pragma once

#include "core/domain/header.h"

#include <QStringList>
#include <QWidget>

class QPlainTextEdit;
class QToolButton;

namespace callboard {

class HeaderTable;

class HeaderField : public QWidget {
    Q_OBJECT

public:
    explicit HeaderField(QWidget *parent = nullptr);

    void setHeaders(const HeaderList &headers); // says nothing
    [[nodiscard]] HeaderList headers() const;
    [[nodiscard]] QStringList problems() const { return m_problems; } // lines that can't be read
    [[nodiscard]] QStringList advice() const;
    void setKnownNames(const QStringList &names); // proposed while a name is typed

    [[nodiscard]] bool isText() const { return m_isText; }
    void setText(bool text); // stays text while a line can't be read
    // The text where it says more than the headers do, such as a line that can't be read; empty in the table.
    [[nodiscard]] QString typed() const;
    void setTyped(const QString &text); // says nothing; empty: the headers as they are
    [[nodiscard]] QPlainTextEdit *textEdit() const { return m_edit; }

signals:
    void headersChanged();
    void curlPasted(const QString &command);

private:
    void readText();
    void showMode();

    HeaderList m_before; // whose secrets the dots stand for
    HeaderList m_read;   // of the text
    QStringList m_problems;
    bool m_isText = false;
    bool m_loading = false;
    HeaderTable *m_table = nullptr;
    QPlainTextEdit *m_edit = nullptr;
    QToolButton *m_toggle = nullptr;
};

} // namespace callboard
