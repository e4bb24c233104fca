// One message of an exchange: its head as a table beside its body. Without a head the body has all the room.
#pragma once

#include "ui/look/payloadview.h"

#include <QSplitter>

namespace callboard {

class HeadTable;

class MessagePane : public QSplitter {
    Q_OBJECT

public:
    // `name`: of the view, for tests and assistive tools; the table is called after it.
    explicit MessagePane(const QString &name, QWidget *parent = nullptr);

    // `wholeSize`: of the body as it came, where not all of it is kept; else 0.
    void setMessage(const QByteArray &head, const QByteArray &body, PayloadView::Language language,
                    qint64 wholeSize = 0);
    void setPlain(const QByteArray &text); // of another protocol: nothing to make a table of
    // Shown in place of everything, and in place of the body alone.
    void setEmptyText(const QString &text, const QString &noBody);
    void addUnderHead(QWidget *line); // and takes it as its child
    [[nodiscard]] PayloadView *view() const { return m_view; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *m_left;
    HeadTable *m_head;
    PayloadView *m_view;
    bool m_moved = false; // the operator gave it sizes of his own
    QString m_empty;
    QString m_noBody;
};

} // namespace callboard
